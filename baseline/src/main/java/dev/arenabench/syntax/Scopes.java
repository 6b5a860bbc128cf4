package dev.arenabench.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Binds names to variables, and makes the checks that the reference implementation makes when it
/// loads a program that its grammar accepts. The `resolve` pass of each twin drives it: one call
/// for each construct that opens a scope, declares, uses or jumps.
///
/// ```
/// begin(interner)
///   enterFunction(true, …)            the chunk
///     enterBlock(…) … leaveBlock()    BLOCK and loops, see below
///     declare, use, assign, …
///   leaveFunction()
/// localUses(), upvalueUses(), globalUses(), diagnostic()
/// ```
///
/// **Order.** Statements come in source order, a name's declaration after the values that cannot
/// see it: values, then names of a `local`; the name, then the body of a `local function`. The
/// expressions of one statement (and the parts of one expression) may come in any order: no result
/// depends on it.
///
/// **Blocks.** The body of a function needs no block of its own beside `enterFunction`. `while`:
/// the condition, then a block with `loop` around the body. `repeat`: a block with `loop` around
/// body *and* condition. `for`: the expressions, then a block with `loop` around [#declareHidden],
/// the names and the body.
///
/// **What only `TYPED_LUA` has.** Children come in source order except where it is said otherwise.
///
/// | construct | calls |
/// |---|---|
/// | TYPED_FUNCTION, ARROW, SIGNATURE, FUNCTION_TYPE | `enterFunction`, [#declareSelf] below METHOD, CONSTRUCTOR, GETTER, SETTER and OPERATOR, all children (a BLOCK without a block of its own), `leaveFunction`; it is vararg if it has a VARARG_PARAMETER, also as a TYPED_PARAMETER |
/// | PARAMETER, REST_PARAMETER, TYPED_PARAMETER | type and default value, then `declare` |
/// | PROPERTY | the decorators and the type; a DEFAULT_VALUE in a function of its own with `self`, both at its position |
/// | CLASS, ENUM | `declare` the name, a block around all children |
/// | PRIMARY_CONSTRUCTOR | its parameters, in the block of the CLASS or ENUM |
/// | INTERFACE, TYPE_ALIAS, EXPORT_LIST, EXPORT_ALL | nothing is declared or used by its name: names of types are in no scope |
/// | NAMESPACE | `declare` its first name, a block around the statements |
/// | IMPORT | `declare` each name, of an IMPORT_ITEM the alias if there is one, at that name's position |
/// | DECLARED_FUNCTION, DECLARED_CONST | `declare` the name, then the child |
/// | LOCAL, CONST | values, [#beginLocal], names |
/// | BINDING | the type, then the name or pattern |
/// | a pattern | its names as they come; the value of a PATTERN_DEFAULT and the key of a COMPUTED_PATTERN_FIELD before the pattern |
/// | TRY | a block around each BLOCK; CATCH: [#enterCatch] around name and statements instead |
/// | MATCH_ARM | a block around pattern, guard and body (a BLOCK without a block of its own) |
/// | compound assignment | [#assign] or expression, as of an ASSIGN; the value |
/// | CONTINUE; RETHROW | [#continueAt]; [#rethrowAt] |
/// | TYPEOF_TYPE | its NAME is a use |
///
/// The names of CONST, CLASS, ENUM, IMPORT and DECLARED_CONST cannot be assigned to.
///
/// **Limits.** A constant that the reference folds away (`local n <const> = 1`) counts as an
/// upvalue where it is used in an inner function; the reference would not count it. How many
/// registers a function needs is not checked: that is the code generator's business.
///
/// Reused from file to file; in steady state nothing is allocated, and `begin` costs nothing that
/// grows with the number of symbols. Not thread-safe.
public final class Scopes {
  /// How many local variables a function may have at one place, hidden ones included.
  public static final int MAX_LOCALS = 200;

  /// How many upvalues a function may have.
  public static final int MAX_UPVALUES = 255;

  // Theory.
  //
  // *Binding.* `variableOf[symbol]` is the variable that the name means here, 0 if it is free: each
  // look-up is one load, however deep the scope. A declaration saves the entry that it shadows
  // beside the new variable; leaving a block restores the saved ones from the last to the first.
  // That is the binding table with undo of one-pass compilers (Appel, Modern Compiler
  // Implementation, section 5.1, "imperative style").
  //
  // *Upvalues.* A variable of an outer function is an upvalue of every function between that one
  // and its user, and each function counts it once. Functions are numbered as they are entered. Per
  // variable the number g of the function that captured it last is kept (at first: its owner).
  // Claim: the functions now open that have captured it, or own it, are on the stack exactly those
  // from the owner to the deepest with a number ≤ g. For: whoever captures, all its enclosing
  // functions up to the owner capture with it; a function that is still open and was entered before
  // g was open while g was, so it encloses g or is g; one that was entered after g has not
  // captured. So a use walks down from the current function while numbers are > g, counts one
  // upvalue for each, and stores the current number: amortised one step a capture, and one
  // comparison where it was captured before.
  //
  // *Free names* are fields of the upvalue `_ENV`, which the main function has from outside:
  // variable 1, owned by the function number 0, which encloses all.
  //
  // *Jumps.* A `goto` waits in its block until a label of its name turns up there, and moves out
  // with the end of the block; one that is still waiting at the end of the function has no label.
  // Each records how many variables were active; a label with more means a jump into the scope of
  // the variable that follows. (The Lua reference manual, 3.3.4; same rules as the reference's
  // parser.) `break` needs only the number of open loops.

  private static final byte[] ENVIRONMENT = "_ENV".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SELF = "self".getBytes(StandardCharsets.US_ASCII);

  /// What is known of an active variable: words of `variables`.
  private static final class Variable {
    static final int SYMBOL = 0;
    static final int SHADOWED = 1;
    static final int CAPTURED_BY = 2;
    static final int READ_ONLY = 3;
    static final int WORDS = 4;
  }

  /// What is known of an open block: words of `blocks`.
  private static final class Block {
    static final int VARIABLES = 0;
    static final int LABELS = 1;
    static final int GOTOS = 2;
    static final int JUMPS = 3;
    static final int WORDS = 4;
  }

  /// What is known of an open function: words of `functions`.
  private static final class Function {
    static final int NUMBER = 0;
    static final int UPVALUES = 1;
    static final int POSITION = 2;
    static final int FIRST_VARIABLE = 3;
    static final int FIRST_LABEL = 4;
    static final int OPEN_JUMPS = 5;
    static final int VARARG = 6;
    static final int WORDS = 7;
  }

  /// What is known of a label in an open block: words of `labels`.
  private static final class Label {
    static final int SYMBOL = 0;
    static final int SHADOWED = 1;
    static final int POSITION = 2;
    static final int ACTIVE = 3;
    static final int WORDS = 4;
  }

  /// What is known of a goto that waits for its label: words of `gotos`.
  private static final class Goto {
    static final int SYMBOL = 0;
    static final int POSITION = 1;
    static final int ACTIVE = 2;
    static final int WORDS = 3;
  }

  // What open blocks can be left by, counted in one word: loops in the low half, catches in the
  // high
  // one. Nesting is far from filling either.
  private static final int LOOP = 1;
  private static final int LOOPS = 0xFFFF;
  private static final int CATCH = 1 << 16;

  private static final int ENVIRONMENT_VARIABLE = 1;
  private static final int MAIN_POSITION = -1;

  private @Nullable Interner interner;
  private int environmentSymbol;
  private int selfSymbol;

  private int[] variableOf = new int[0];
  private int[] labelOf = new int[0];

  private int[] variables = new int[64 * Variable.WORDS];
  private int variable; // the last one
  private int[] blocks = new int[32 * Block.WORDS];
  private int block; // offset of the innermost one
  private int[] functions = new int[8 * Function.WORDS];
  private int function; // offset of the innermost one
  private int[] labels = new int[8 * Label.WORDS];
  private int label; // the last one
  private int[] gotos = new int[8 * Goto.WORDS];
  private int gotoCount;

  // Of the innermost function, out of `functions` while it is innermost.
  private int functionNumber;
  private int firstVariable;
  private int firstLabel;
  private int openJumps;
  private boolean vararg;

  private int lastFunctionNumber;
  private int closeNames;
  private int localUses;
  private int upvalueUses;
  private int globalUses;
  private @Nullable Diagnostic diagnostic;

  /// Starts a program; forgets the last one, finished or not.
  ///
  /// @param interner the one whose symbols the program uses, all of which are there by now; gets
  ///   the symbols of `_ENV` and `self`
  public void begin(Interner interner) {
    while (variable > 0) {
      undeclare();
    }
    while (label > 0) {
      unlabel();
    }
    if (interner != this.interner) {
      this.interner = interner;
      environmentSymbol = interner.intern(ENVIRONMENT, 0, ENVIRONMENT.length);
      selfSymbol = interner.intern(SELF, 0, SELF.length);
    }
    if (interner.count() >= variableOf.length) {
      int length = Math.max(interner.count() + 1, variableOf.length * 2);
      variableOf = Arrays.copyOf(variableOf, length);
      labelOf = Arrays.copyOf(labelOf, length);
    }
    block = -Block.WORDS;
    function = -Function.WORDS;
    gotoCount = 0;
    functionNumber = 0;
    firstVariable = ENVIRONMENT_VARIABLE;
    firstLabel = 1;
    openJumps = 0;
    vararg = false;
    lastFunctionNumber = 0;
    closeNames = 0;
    localUses = 0;
    upvalueUses = 0;
    globalUses = 0;
    diagnostic = null;
    push(environmentSymbol, false);
  }

  /// A CHUNK or FUNCTION, or what has parameters as one; [#declare] them next.
  ///
  /// @param vararg whether it has `...`
  /// @param position of the function
  public void enterFunction(boolean vararg, int position) {
    if (function >= 0) {
      functions[function + Function.OPEN_JUMPS] = openJumps;
    }
    function += Function.WORDS;
    functions = room(functions, function + Function.WORDS);
    functionNumber = ++lastFunctionNumber;
    firstVariable = variable + 1;
    firstLabel = label + 1;
    openJumps = 0;
    this.vararg = vararg;
    functions[function + Function.NUMBER] = functionNumber;
    functions[function + Function.UPVALUES] = 0;
    functions[function + Function.POSITION] = function == 0 ? MAIN_POSITION : position;
    functions[function + Function.FIRST_VARIABLE] = firstVariable;
    functions[function + Function.FIRST_LABEL] = firstLabel;
    functions[function + Function.VARARG] = vararg ? 1 : 0;
    enterBlock(false);
  }

  /// The end of the function entered last.
  public void leaveFunction() {
    int firstGoto = blocks[block + Block.GOTOS];
    leaveBlock();
    for (int g = firstGoto; g < gotoCount; g++) {
      int at = g * Goto.WORDS;
      report(
          gotos[at + Goto.POSITION],
          "no visible label '",
          gotos[at + Goto.SYMBOL],
          "' for <goto>",
          Diagnostic.NONE);
    }
    gotoCount = firstGoto;
    function -= Function.WORDS;
    if (function >= 0) {
      functionNumber = functions[function + Function.NUMBER];
      firstVariable = functions[function + Function.FIRST_VARIABLE];
      firstLabel = functions[function + Function.FIRST_LABEL];
      openJumps = functions[function + Function.OPEN_JUMPS];
      vararg = functions[function + Function.VARARG] != 0;
    }
  }

  /// Opens a scope.
  ///
  /// @param loop whether a `break` inside leaves it
  public void enterBlock(boolean loop) {
    block += Block.WORDS;
    blocks = room(blocks, block + Block.WORDS);
    blocks[block + Block.VARIABLES] = variable;
    blocks[block + Block.LABELS] = label;
    blocks[block + Block.GOTOS] = gotoCount;
    int jumps = loop ? LOOP : 0;
    blocks[block + Block.JUMPS] = jumps;
    openJumps += jumps;
  }

  /// Opens the scope of a CATCH; [#leaveBlock] closes it.
  public void enterCatch() {
    enterBlock(false);
    blocks[block + Block.JUMPS] = CATCH;
    openJumps += CATCH;
  }

  /// Closes the scope opened last.
  public void leaveBlock() {
    int outerVariable = blocks[block + Block.VARIABLES];
    int outerLabel = blocks[block + Block.LABELS];
    while (variable > outerVariable) {
      undeclare();
    }
    while (label > outerLabel) {
      unlabel();
    }
    for (int g = blocks[block + Block.GOTOS]; g < gotoCount; g++) {
      gotos[g * Goto.WORDS + Goto.ACTIVE] = outerVariable;
    }
    openJumps -= blocks[block + Block.JUMPS];
    block -= Block.WORDS;
  }

  /// A LOCAL begins; its names follow.
  public void beginLocal() {
    closeNames = 0;
  }

  /// A name becomes visible.
  ///
  /// @param kind of what has the name as its payload or part: [Kind#LOCAL_NAME],
  ///   [Kind#LOCAL_FUNCTION], [Kind#CLASS] and so on
  public void declare(int kind, int symbol, int position) {
    if (kind == Kind.CLOSE_NAME && ++closeNames == 2) {
      report(position, "multiple to-be-closed variables in local list", 0, "", Diagnostic.NONE);
    }
    push(symbol, isReadOnly(kind));
    checkLocals(position);
  }

  private static boolean isReadOnly(int kind) {
    return switch (kind) {
      case Kind.CONST_NAME,
          Kind.CLOSE_NAME,
          Kind.CLASS,
          Kind.ENUM,
          Kind.IMPORT_DEFAULT,
          Kind.IMPORT_NAMESPACE,
          Kind.IMPORT_ITEM,
          Kind.DECLARED_CONST ->
          true;
      default -> false;
    };
  }

  /// The parameter `self` of the function of a METHOD_DECLARATION or a member, before its own
  /// parameters.
  public void declareSelf(int position) {
    push(selfSymbol, false);
    checkLocals(position);
  }

  /// The variables of a loop that have no name: 3 of a NUMERIC_FOR, 4 of a GENERIC_FOR.
  public void declareHidden(int count, int position) {
    for (int i = 0; i < count; i++) {
      push(0, false);
    }
    checkLocals(position);
  }

  /// A NAME is read.
  public void use(int symbol) {
    int used = variableOf[symbol];
    if (used >= firstVariable) {
      localUses++;
    } else if (used != 0) {
      upvalueUses++;
      capture(used);
    } else {
      globalUses++;
      int environment = variableOf[environmentSymbol];
      if (environment < firstVariable) {
        capture(environment);
      }
    }
  }

  /// A NAME is the target of an ASSIGN, or what a FUNCTION_DECLARATION declares. Counts as a use.
  public void assign(int symbol, int position) {
    use(symbol);
    int target = variableOf[symbol]; // If free: 0, a row of zeros.
    if (variables[target * Variable.WORDS + Variable.READ_ONLY] != 0) {
      report(position, "attempt to assign to const variable '", symbol, "'", Diagnostic.NONE);
    }
  }

  /// A VARARG.
  public void vararg(int position) {
    if (!vararg) {
      report(
          position,
          "cannot use '...' outside a vararg function near '...'",
          0,
          "",
          Diagnostic.NONE);
    }
  }

  /// A BREAK.
  public void breakAt(int position) {
    if ((openJumps & LOOPS) == 0) {
      report(position, "break outside loop", 0, "", Diagnostic.NONE);
    }
  }

  /// A CONTINUE.
  public void continueAt(int position) {
    if ((openJumps & LOOPS) == 0) {
      report(position, "continue outside loop", 0, "", Diagnostic.NONE);
    }
  }

  /// A RETHROW.
  public void rethrowAt(int position) {
    if (openJumps < CATCH) {
      report(position, "rethrow outside catch", 0, "", Diagnostic.NONE);
    }
  }

  /// A GOTO.
  public void gotoAt(int symbol, int position) {
    if (labelOf[symbol] >= firstLabel) {
      return; // Backwards, to an open block: always right.
    }
    int at = gotoCount++ * Goto.WORDS;
    gotos = room(gotos, at + Goto.WORDS);
    gotos[at + Goto.SYMBOL] = symbol;
    gotos[at + Goto.POSITION] = position;
    gotos[at + Goto.ACTIVE] = variable;
  }

  /// A LABEL.
  ///
  /// @param lastInBlock whether no statement but labels follows it in its block, and the block is
  ///   not the body of a `repeat`: then the block's variables count as out of scope
  public void label(int symbol, int position, boolean lastInBlock) {
    int same = labelOf[symbol];
    if (same >= firstLabel) {
      report(
          position,
          "label '",
          symbol,
          "' already defined",
          labels[same * Label.WORDS + Label.POSITION]);
    }
    int active = lastInBlock ? blocks[block + Block.VARIABLES] : variable;
    int at = ++label * Label.WORDS;
    labels = room(labels, at + Label.WORDS);
    labels[at + Label.SYMBOL] = symbol;
    labels[at + Label.SHADOWED] = same;
    labels[at + Label.POSITION] = position;
    labels[at + Label.ACTIVE] = active;
    labelOf[symbol] = label;
    int kept = blocks[block + Block.GOTOS];
    for (int g = kept; g < gotoCount; g++) {
      int from = g * Goto.WORDS;
      if (gotos[from + Goto.SYMBOL] == symbol) {
        checkJump(from, active);
      } else {
        System.arraycopy(gotos, from, gotos, kept++ * Goto.WORDS, Goto.WORDS);
      }
    }
    gotoCount = kept;
  }

  /// Uses of variables of the function that uses them.
  public int localUses() {
    return localUses;
  }

  /// Uses of variables of an enclosing function (`_ENV` itself is one, unless it is declared).
  public int upvalueUses() {
    return upvalueUses;
  }

  /// Uses of free names.
  public int globalUses() {
    return globalUses;
  }

  /// The finding with the smallest position; null if the program is right.
  public @Nullable Diagnostic diagnostic() {
    return diagnostic;
  }

  private void push(int symbol, boolean readOnly) {
    int at = ++variable * Variable.WORDS;
    variables = room(variables, at + Variable.WORDS);
    variables[at + Variable.SYMBOL] = symbol;
    variables[at + Variable.SHADOWED] = variableOf[symbol];
    variables[at + Variable.CAPTURED_BY] = functionNumber;
    variables[at + Variable.READ_ONLY] = readOnly ? 1 : 0;
    // Hidden variables all have the symbol 0, which no name has.
    variableOf[symbol] = variable;
  }

  private void undeclare() {
    int at = variable-- * Variable.WORDS;
    variableOf[variables[at + Variable.SYMBOL]] = variables[at + Variable.SHADOWED];
  }

  private void unlabel() {
    int at = label-- * Label.WORDS;
    labelOf[labels[at + Label.SYMBOL]] = labels[at + Label.SHADOWED];
  }

  private void capture(int captured) {
    int at = captured * Variable.WORDS + Variable.CAPTURED_BY;
    int by = variables[at];
    if (by == functionNumber) {
      return;
    }
    variables[at] = functionNumber;
    for (int f = function; f >= 0 && functions[f + Function.NUMBER] > by; f -= Function.WORDS) {
      if (++functions[f + Function.UPVALUES] == MAX_UPVALUES + 1) {
        limit(functions[f + Function.POSITION], f, "too many upvalues (limit is ", MAX_UPVALUES);
      }
    }
  }

  private void checkLocals(int position) {
    if (variable - firstVariable >= MAX_LOCALS) {
      limit(position, function, "too many local variables (limit is ", MAX_LOCALS);
    }
  }

  private void limit(int position, int at, String what, int limit) {
    int related = functions[at + Function.POSITION];
    String where = related == MAIN_POSITION ? ") in main function" : ") in function";
    report(Math.max(position, 0), what + limit + where, 0, "", related);
  }

  private void checkJump(int from, int active) {
    int atGoto = gotos[from + Goto.ACTIVE];
    if (atGoto < active) {
      Interner names = interner();
      int entered = variables[(atGoto + 1) * Variable.WORDS + Variable.SYMBOL];
      String end = "> jumps into the scope of local '" + names.text(entered) + "'";
      int symbol = gotos[from + Goto.SYMBOL];
      report(gotos[from + Goto.POSITION], "<goto ", symbol, end, Diagnostic.NONE);
    }
  }

  /// Keeps the finding with the smallest position; the text is put together only for it.
  private void report(int position, String start, int symbol, String end, int related) {
    Diagnostic first = diagnostic;
    if (first == null || position < first.position()) {
      String name = symbol == 0 ? "" : interner().text(symbol);
      diagnostic = new Diagnostic(position, start + name + end, related);
    }
  }

  private Interner interner() {
    Interner begun = interner;
    if (begun == null) {
      throw new IllegalStateException("begin() has not been called");
    }
    return begun;
  }

  private static int[] room(int[] words, int needed) {
    return needed <= words.length ? words : Arrays.copyOf(words, needed * 2);
  }
}
