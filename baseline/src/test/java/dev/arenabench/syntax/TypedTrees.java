package dev.arenabench.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.SplittableRandom;

/// Reports trees at random that have every kind of `TYPED_LUA`, as a parser would for some program:
/// children as [Kind] states them, positions in the order of the source. They are written so that
/// `print` needs to know of no precedence: operands of operators are in parentheses where they have
/// operators themselves.
///
/// The same seed gives the same calls, so that builders can be compared.
public final class TypedTrees {
  private static final int MAX_DEPTH = 7;

  private static final String[] NAMES = {"a", "b", "c", "d", "self"};
  private static final String[] PRIMITIVES = {"number", "string", "boolean", "nil", "any", "void"};
  private static final int[] TYPED_BINARY = {
    Kind.COALESCE, Kind.PIPE, Kind.INSTANCE_OF, Kind.BANG_EQUAL
  };
  private static final int[] UNARY = {Kind.NOT, Kind.NEGATE, Kind.LENGTH, Kind.BIT_NOT};
  private static final int[] OVERLOADED = {
    Kind.ADD,
    Kind.CONCAT,
    Kind.EQUAL,
    Kind.LESS,
    Kind.BIT_XOR,
    Kind.LENGTH,
    Kind.INDEX,
    Kind.CALL,
    Kind.KEYED_FIELD
  };
  private static final int[] ACCESS = {0, 0, Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE};

  private final SplittableRandom random;
  private final Interner interner;
  private final TreeBuilder out;
  private int position;
  private int depth;

  private TypedTrees(long seed, Interner interner, TreeBuilder out) {
    random = new SplittableRandom(seed);
    this.interner = interner;
    this.out = out;
  }

  /// Reports a tree.
  public static void build(long seed, Interner interner, TreeBuilder builder) {
    builder.begin(1 << 10);
    TypedTrees trees = new TypedTrees(seed, interner, builder);
    trees.block(6, trees::statement);
    builder.chunk(0);
  }

  // Choices.

  /// The position of the next token.
  private int token() {
    return position++;
  }

  private boolean maybe() {
    return random.nextInt(2) == 0;
  }

  private boolean seldom() {
    return random.nextInt(8) == 0;
  }

  private int upTo(int most) {
    return depth > MAX_DEPTH ? 0 : random.nextInt(most + 1);
  }

  private int one(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private int symbol() {
    return intern(NAMES[random.nextInt(NAMES.length)]);
  }

  private int intern(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return interner.intern(bytes, 0, bytes.length);
  }

  /// @return how often something was reported
  private int times(int count, Runnable report) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        token();
      }
      report.run();
    }
    return count;
  }

  private boolean optional(Runnable report) {
    boolean there = maybe();
    if (there) {
      report.run();
    }
    return there;
  }

  // Statements.

  private void block(int most, Runnable statement) {
    depth++;
    int start = position;
    int count = times(upTo(most), statement);
    depth--;
    token();
    out.block(start, count);
  }

  private void block() {
    block(3, this::statement);
  }

  private void statement() {
    switch (random.nextInt(depth < MAX_DEPTH ? 34 : 16)) {
      case 0, 1 -> local();
      case 2 -> assign();
      case 3, 4 -> call();
      case 5 -> constants();
      case 6, 7 -> {
        suffixed(false);
        int at = token();
        expression();
        out.compoundAssign(one(Kind.ADD_ASSIGN + random.nextInt(12)), at);
      }
      case 8 -> {
        if (seldom()) {
          out.continueStatement(token());
        } else {
          loop(() -> out.continueStatement(token()));
        }
      }
      case 9 -> {
        int at = token();
        named(maybe());
        out.throwStatement(at);
      }
      case 10 -> {
        if (seldom()) {
          out.rethrowStatement(token());
        } else {
          call();
        }
      }
      case 11 -> importStatement();
      case 12 -> exportOther();
      case 13 -> typeAlias();
      case 14 -> {
        int at = token();
        declared();
        out.declare(at);
      }
      case 15 -> {
        if (seldom()) {
          out.breakStatement(token());
        } else {
          call();
        }
      }
      case 16, 17 -> tryStatement();
      case 18, 19 -> classDeclaration();
      case 20 -> interfaceDeclaration();
      case 21 -> enumDeclaration();
      case 22 -> namespace(this::statement);
      case 23 -> {
        int at = token();
        exportable();
        out.export(at);
      }
      case 24 -> exportDefault();
      case 25 -> functionDeclaration();
      case 26 -> {
        token();
        int function = token();
        int at = token();
        int name = symbol();
        token();
        function(function);
        out.localFunction(at, name);
      }
      case 27 -> genericFor();
      case 28 -> numericFor();
      case 29 -> ifStatement();
      case 30 -> match();
      case 31 -> newObject();
      case 32 -> loop(this::statement);
      default -> {
        int at = token();
        block();
        out.doStatement(at);
      }
    }
  }

  private void loop(Runnable statement) {
    int at = token();
    if (maybe()) {
      expression();
      block(2, statement);
      out.whileStatement(at);
    } else {
      block(2, statement);
      expression();
      out.repeatStatement(at);
    }
  }

  private void ifStatement() {
    int at = token();
    expression();
    block();
    int elseIfs =
        times(
            upTo(2),
            () -> {
              int elseIf = token();
              expression();
              block();
              out.elseIf(elseIf);
            });
    out.ifStatement(at, elseIfs, optional(this::block));
  }

  private void local() {
    int at = token();
    int names = times(1 + upTo(2), () -> declaredName(Kind.LOCAL_NAME, true));
    int values = times(upTo(2), this::expression);
    out.local(at, names, values);
  }

  private void constants() {
    int at = token();
    int names = times(1 + upTo(2), () -> declaredName(Kind.CONST_NAME, false));
    int values = times(1 + upTo(1), this::expression);
    out.constStatement(at, names, values);
  }

  /// A name, a pattern, or either with a type.
  private void declaredName(int kind, boolean attributes) {
    int at = position;
    switch (random.nextInt(4)) {
      case 0, 1 -> {
        int attribute = attributes && seldom() ? one(Kind.CONST_NAME, Kind.CLOSE_NAME) : kind;
        out.localName(attribute, token(), symbol());
      }
      case 2 -> arrayPattern(kind);
      default -> objectPattern(kind);
    }
    if (maybe()) {
      token();
      type();
      out.binding(at);
    }
  }

  private void typedName() {
    int at = token();
    out.localName(Kind.LOCAL_NAME, at, symbol());
    if (maybe()) {
      type();
      out.binding(at);
    }
  }

  private void assign() {
    int targets = times(1 + upTo(1), () -> suffixed(false));
    int at = token();
    out.assign(at, targets, times(1 + upTo(1), this::expression));
  }

  private void call() {
    if (seldom()) {
      suffixed(true);
      int at = token();
      operand();
      out.typedBinary(Kind.PIPE, at);
    } else {
      suffixed(true);
    }
  }

  private void genericFor() {
    int at = token();
    int names = times(1 + upTo(1), () -> declaredName(Kind.LOCAL_NAME, false));
    int values = times(1 + upTo(1), this::expression);
    block();
    out.genericFor(at, names, values);
  }

  private void numericFor() {
    int at = token();
    typedName();
    expression();
    expression();
    boolean step = optional(this::expression);
    block();
    out.numericFor(at, step);
  }

  private void tryStatement() {
    int at = token();
    block();
    boolean last = maybe();
    int catches = times((last ? 0 : 1) + upTo(1), this::catchClause);
    if (last) {
      int atLast = token();
      block();
      out.finallyClause(atLast);
    }
    out.tryStatement(at, catches, last);
  }

  private void catchClause() {
    int at = token();
    boolean name = maybe();
    if (name) {
      typedName();
    }
    block(
        2,
        () -> {
          if (maybe()) {
            out.rethrowStatement(token());
          } else {
            statement();
          }
        });
    out.catchClause(at, name);
  }

  private void functionDeclaration() {
    int at = token();
    out.name(token(), symbol());
    times(
        upTo(1),
        () -> {
          token();
          out.field(token(), symbol());
        });
    if (maybe()) {
      token();
      int method = token();
      int name = symbol();
      token();
      function(at);
      out.methodDeclaration(at, name, method);
    } else {
      token();
      function(at);
      out.functionDeclaration(at);
    }
  }

  // Declarations.

  private void exportable() {
    switch (random.nextInt(8)) {
      case 0 -> constants();
      case 1 -> local();
      case 2 -> functionDeclaration();
      case 3 -> classDeclaration();
      case 4 -> interfaceDeclaration();
      case 5 -> typeAlias();
      case 6 -> enumDeclaration();
      default -> namespace(this::statement);
    }
  }

  private void exportDefault() {
    int at = token();
    token();
    switch (random.nextInt(3)) {
      case 0 -> classDeclaration();
      case 1 -> functionDeclaration();
      default -> expression();
    }
    out.exportDefault(at);
  }

  private void exportOther() {
    int at = token();
    int modifiers = maybe() ? Modifier.TYPE_ONLY : 0;
    token();
    if (maybe()) {
      int alias = maybe() ? symbol() : 0;
      int aliasPosition = token();
      string();
      out.exportAll(at, alias, aliasPosition, modifiers);
    } else {
      int items = times(upTo(5), () -> moduleItem(Kind.EXPORT_ITEM));
      out.exportList(at, items, optional(this::string), modifiers);
    }
  }

  private void importStatement() {
    int at = token();
    int modifiers = seldom() ? Modifier.TYPE_ONLY : 0;
    boolean whole = optional(() -> out.importDefault(token(), symbol()));
    boolean namespace = optional(() -> out.importNamespace(token() + 1, symbol()));
    position += 2;
    int items = namespace ? 0 : times(upTo(5), () -> moduleItem(Kind.IMPORT_ITEM));
    string();
    out.importStatement(at, whole, namespace, items, modifiers);
  }

  private void moduleItem(int kind) {
    int modifiers = seldom() ? Modifier.TYPE_ONLY : 0;
    token();
    int at = token();
    int name = symbol();
    token();
    out.moduleItem(kind, at, name, maybe() ? symbol() : 0, token(), modifiers);
  }

  private void string() {
    out.string(token(), intern("m/" + random.nextInt(3)));
  }

  private void typeAlias() {
    int at = token();
    int name = token();
    int symbol = symbol();
    boolean parameters = optional(this::typeParameters);
    token();
    type();
    out.typeAlias(at, parameters, symbol, name);
  }

  private void declared() {
    int at = token();
    int name = token();
    int symbol = symbol();
    switch (random.nextInt(depth < MAX_DEPTH ? 5 : 3)) {
      case 0 -> {
        signature(true);
        out.declaredFunction(at, symbol, name);
      }
      case 1 -> {
        token();
        type();
        out.declaredConst(at, symbol, name);
      }
      case 2 -> {
        boolean parameters = optional(this::typeParameters);
        type();
        out.typeAlias(at, parameters, symbol, name);
      }
      case 3 -> interfaceDeclaration();
      default -> namespace(this::declared);
    }
  }

  private void namespace(Runnable statement) {
    int at = token();
    int count = 1 + random.nextInt(3);
    int names = position;
    position += 2 * count;
    block(2, statement);
    for (int i = 0; i < count; i++) {
      out.identifier(names + 2 * i, symbol());
    }
    out.namespace(at, count);
  }

  private void classDeclaration() {
    depth++;
    int decorators = decorators();
    int modifiers = one(0, 0, Modifier.ABSTRACT, Modifier.FINAL);
    token();
    int at = token();
    int name = token();
    int symbol = symbol();
    boolean parameters = optional(this::typeParameters);
    boolean constructor = optional(this::primaryConstructor);
    boolean extended = optional(this::extendsClass);
    boolean implemented =
        optional(
            () -> {
              int implementedAt = token();
              out.implementedTypes(implementedAt, times(1 + upTo(2), this::clauseType));
            });
    int members = times(upTo(4), this::member);
    depth--;
    out.classDeclaration(
        at,
        decorators,
        parameters,
        constructor,
        extended,
        implemented,
        members,
        symbol,
        name,
        modifiers);
  }

  private void extendsClass() {
    int at = token();
    if (maybe()) {
      out.typeName(token(), symbol());
    } else {
      typeReference();
    }
    out.extendsClass(at, optional(this::arguments));
  }

  private void primaryConstructor() {
    int at = token();
    int count = upTo(3);
    for (int i = 0; i < count; i++) {
      int modifiers = one(ACCESS) | (maybe() ? Modifier.READONLY : 0);
      token();
      parameter(i == count - 1, true, modifiers);
    }
    out.primaryConstructor(at, count);
  }

  private void interfaceDeclaration() {
    depth++;
    int at = token();
    int name = token();
    int symbol = symbol();
    boolean parameters = optional(this::typeParameters);
    boolean extended =
        optional(
            () -> {
              int extendedAt = token();
              out.extendedTypes(extendedAt, times(1 + upTo(1), this::clauseType));
            });
    int members =
        times(
            upTo(4),
            () -> {
              if (maybe()) {
                typeMember();
              } else {
                int method = token();
                int methodName = symbol();
                function(token());
                out.method(method, 0, methodName, maybe() ? Modifier.OPTIONAL : 0);
              }
            });
    depth--;
    out.interfaceDeclaration(at, parameters, extended, members, symbol, name);
  }

  private void enumDeclaration() {
    depth++;
    int at = token();
    int name = token();
    int symbol = symbol();
    boolean constructor = optional(this::primaryConstructor);
    boolean implemented =
        optional(
            () -> {
              int implementedAt = token();
              out.implementedTypes(implementedAt, times(1, this::clauseType));
            });
    int enumMembers =
        times(
            upTo(3),
            () -> {
              int member = token();
              int memberName = symbol();
              boolean value = optional(this::defaultValue);
              boolean arguments = !value && optional(this::arguments);
              out.enumMember(member, memberName, value, arguments);
            });
    int members = times(upTo(2), this::member);
    depth--;
    out.enumDeclaration(at, constructor, implemented, enumMembers, members, symbol, name);
  }

  private int decorators() {
    return times(
        upTo(1),
        () -> {
          int at = token();
          out.name(token(), symbol());
          times(
              upTo(1),
              () -> {
                token();
                out.field(token(), symbol());
              });
          if (maybe()) {
            int call = token();
            out.call(call, times(upTo(2), this::expression));
          }
          out.decorator(at);
        });
  }

  private int memberModifiers() {
    int set = one(ACCESS);
    for (int modifier : new int[] {Modifier.STATIC, Modifier.OVERRIDE, Modifier.FINAL}) {
      set |= seldom() ? modifier : 0;
    }
    position += 4;
    return set;
  }

  private void member() {
    int decorators = decorators();
    int modifiers = memberModifiers();
    int at = token();
    int symbol = symbol();
    switch (random.nextInt(7)) {
      case 0, 1 -> {
        modifiers |= one(0, Modifier.READONLY) | one(0, Modifier.OPTIONAL);
        boolean type = optional(this::type);
        boolean value = optional(this::defaultValue);
        out.property(at, decorators, type, value, symbol, modifiers);
      }
      case 2 -> {
        if (maybe()) {
          function(token());
        } else {
          signature(true);
          modifiers |= Modifier.ABSTRACT;
        }
        out.method(at, decorators, symbol, modifiers);
      }
      case 3 -> {
        function(token());
        out.constructor(at, decorators, modifiers);
      }
      case 4 -> {
        function(token());
        out.getter(at, decorators, symbol, modifiers);
      }
      case 5 -> {
        function(token());
        out.setter(at, decorators, symbol, modifiers);
      }
      default -> {
        function(token());
        out.operator(at, decorators, one(OVERLOADED), modifiers);
      }
    }
  }

  // Functions.

  /// @param at where it begins
  private void function(int at) {
    depth++;
    if (maybe()) {
      int parameters = times(upTo(2), () -> out.parameter(token(), symbol()));
      boolean vararg = maybe();
      if (vararg) {
        out.varargParameter(token());
      }
      block(
          2,
          () -> {
            if (vararg && maybe()) {
              int end = token();
              out.vararg(token());
              out.throwStatement(end);
            } else {
              statement();
            }
          });
      out.function(at, parameters, vararg);
    } else {
      boolean typeParameters = optional(this::typeParameters);
      int parameters = parameters(true);
      returnType();
      boolean errors = optional(this::throwsTypes);
      block();
      out.typedFunction(at, typeParameters, parameters, true, errors);
    }
    depth--;
  }

  private void returnType() {
    token();
    out.returnType(typeOrPredicate());
  }

  private int typeOrPredicate() {
    if (!seldom()) {
      return clauseType();
    }
    int at = token();
    int name = symbol();
    token();
    clauseType();
    out.predicateType(at, name);
    return at;
  }

  private void throwsTypes() {
    int at = token();
    out.throwsTypes(at, times(1 + upTo(1), () -> out.typeName(token(), symbol())));
  }

  private void signature(boolean defaults) {
    depth++;
    int at = position;
    boolean typeParameters = optional(this::typeParameters);
    token();
    int parameters = parameters(defaults);
    boolean returns = optional(this::returnType);
    boolean errors = optional(this::throwsTypes);
    depth--;
    out.signature(at, typeParameters, parameters, returns, errors);
  }

  private int parameters(boolean defaults) {
    int count = upTo(3);
    for (int i = 0; i < count; i++) {
      parameter(i == count - 1, defaults, 0);
    }
    return count;
  }

  private void parameter(boolean last, boolean defaults, int modifiers) {
    int set = modifiers;
    int at;
    boolean rest = last && random.nextInt(3) == 0;
    if (rest) {
      int dots = token();
      if (maybe()) {
        at = token();
        out.restParameter(at, symbol());
      } else {
        at = dots;
        out.varargParameter(at);
      }
    } else {
      at = token();
      out.parameter(at, symbol());
      set |= seldom() ? Modifier.OPTIONAL : 0;
    }
    boolean type = optional(this::type);
    boolean value = !rest && defaults && optional(this::defaultValue);
    if (type || value || set != 0) {
      out.typedParameter(at, type, value, set);
    }
  }

  private void defaultValue() {
    int at = token();
    expression();
    out.defaultValue(at);
  }

  private void arguments() {
    int at = token();
    out.arguments(at, times(upTo(2), this::element));
  }

  private void typeParameters() {
    int at = token();
    int count =
        times(
            1 + upTo(1),
            () -> {
              int name = token();
              int symbol = symbol();
              boolean constraint = optional(this::constraint);
              boolean value =
                  optional(
                      () -> {
                        int valueAt = token();
                        clauseType();
                        out.typeDefault(valueAt);
                      });
              out.typeParameter(name, symbol, constraint, value);
            });
    out.typeParameters(at, count);
  }

  private void constraint() {
    int at = token();
    simpleType();
    out.constraint(at);
  }

  private void typeArguments() {
    int at = token();
    out.typeArguments(at, times(1 + upTo(1), this::type));
  }

  // Expressions.

  private void element() {
    if (seldom()) {
      int at = token();
      out.name(token(), symbol());
      out.spread(at);
    } else {
      expression();
    }
  }

  private void expression() {
    if (depth > MAX_DEPTH) {
      literal();
      return;
    }
    depth++;
    switch (random.nextInt(14)) {
      case 0 -> {
        operand();
        int at = token();
        operand();
        out.binary(Kind.OR + random.nextInt(Kind.POWER - Kind.OR + 1), at);
      }
      case 1, 2 -> {
        operand();
        int at = token();
        operand();
        out.typedBinary(one(TYPED_BINARY), at);
      }
      case 3 -> {
        int at = token();
        suffixed(true);
        if (maybe()) {
          out.bang(at);
        } else {
          out.unary(one(UNARY), at);
        }
      }
      case 4 -> {
        operand();
        int at = token();
        clauseType();
        out.as(at);
      }
      case 5 -> {
        operand();
        int at = token();
        if (maybe()) {
          literal();
        } else {
          paren();
        }
        token();
        operand();
        out.conditional(at);
      }
      case 6, 7 -> arrow();
      case 8 -> {
        int at = token();
        named(maybe());
        token();
        operand();
        out.tryExpression(at);
      }
      default -> operand();
    }
    depth--;
  }

  /// What may stand on either side of every operator.
  private void operand() {
    if (depth > MAX_DEPTH) {
      literal();
      return;
    }
    depth++;
    switch (random.nextInt(16)) {
      case 0, 1 -> literal();
      case 2 -> {
        int at = token();
        out.array(at, times(upTo(3), this::element));
      }
      case 3 -> template();
      case 4 -> newObject();
      case 5 -> match();
      case 6 -> table();
      case 7 -> {
        int at = token();
        token();
        function(at);
      }
      default -> suffixed(maybe());
    }
    depth--;
  }

  private void paren() {
    int at = token();
    expression();
    out.paren(at);
  }

  private void literal() {
    switch (random.nextInt(7)) {
      case 0 -> out.nil(token());
      case 1 -> out.trueLiteral(token());
      case 2 -> out.falseLiteral(token());
      case 3 -> out.integer(token(), random.nextInt(100));
      case 4 -> out.floating(token(), random.nextInt(100) / 8.0);
      case 5 -> out.string(token(), intern("text " + random.nextInt(3)));
      default -> out.name(token(), symbol());
    }
  }

  private void table() {
    int at = token();
    int fields =
        times(
            upTo(5),
            () -> {
              switch (random.nextInt(3)) {
                case 0 -> {
                  int field = token();
                  int name = symbol();
                  expression();
                  out.namedField(field, name);
                }
                case 1 -> {
                  int field = token();
                  expression();
                  expression();
                  out.keyedField(field);
                }
                default -> named(maybe()); // An array would begin as a key.
              }
            });
    out.table(at, fields);
  }

  /// @param call whether it ends in arguments
  private void suffixed(boolean call) {
    if (depth < MAX_DEPTH && seldom()) {
      paren();
      suffixes(call);
    } else {
      named(call);
    }
  }

  /// One that starts with a name, as behind words that would be names before a parenthesis.
  private void named(boolean call) {
    out.name(token(), symbol());
    suffixes(call);
  }

  private void suffixes(boolean call) {
    int suffixes = upTo(3);
    for (int i = 0; i < suffixes; i++) {
      suffix(false);
    }
    if (call) {
      suffix(true);
    } else if (suffixes == 0) {
      token();
      out.field(token(), symbol());
    } else {
      int at = token();
      literal();
      out.index(at);
    }
  }

  private void suffix(boolean call) {
    depth++;
    int kinds = random.nextInt(call ? 5 : 9);
    switch (kinds) {
      case 0 -> {
        int at = token();
        out.call(at, times(upTo(2), this::element));
      }
      case 1 -> {
        token();
        int method = token();
        int name = symbol();
        int at = token();
        out.methodCall(at, times(upTo(2), this::element), name, method);
      }
      case 2 -> {
        int at = token();
        out.optionalCall(at, times(upTo(2), this::element));
      }
      case 3 -> {
        typeArguments();
        int at = token();
        out.genericCall(at, times(upTo(2), this::element));
      }
      case 4 -> {
        token();
        int method = token();
        int name = symbol();
        typeArguments();
        int at = token();
        out.genericMethodCall(at, times(upTo(2), this::element), name, method);
      }
      case 5 -> {
        token();
        out.field(token(), symbol());
      }
      case 6 -> {
        int at = token();
        expression();
        out.index(at);
      }
      case 7 -> {
        token();
        out.optionalField(token(), symbol());
      }
      default -> {
        int at = token();
        expression();
        out.optionalIndex(at);
      }
    }
    depth--;
  }

  private void newObject() {
    int at = token();
    qualifiedName();
    boolean types = optional(this::typeArguments);
    token();
    out.newObject(at, types, times(upTo(2), this::element));
  }

  private void qualifiedName() {
    out.name(token(), symbol());
    times(
        upTo(1),
        () -> {
          token();
          out.field(token(), symbol());
        });
  }

  private void template() {
    int at = token();
    out.template(at, pieces(this::expression));
  }

  /// No text is empty, none follows another.
  private int pieces(Runnable hole) {
    int count = upTo(4);
    boolean text = maybe();
    for (int i = 0; i < count; i++) {
      if (text) {
        out.templateText(token(), intern("text `${" + random.nextInt(3)));
      } else {
        token();
        hole.run();
        token();
      }
      text = !text && maybe();
    }
    return count;
  }

  private void arrow() {
    if (seldom()) {
      out.parameter(token(), symbol());
      arrowEnd(false, 1, false);
    } else {
      boolean typeParameters = seldom();
      if (typeParameters) {
        typeParameters();
      }
      token();
      int parameters = parameters(true);
      boolean returns = seldom();
      if (returns) {
        token();
        int at = token();
        out.typeName(at, symbol());
        out.returnType(at);
      }
      arrowEnd(typeParameters, parameters, returns);
    }
  }

  private void arrowEnd(boolean typeParameters, int parameters, boolean returns) {
    int at = token();
    arrowBody();
    out.arrow(at, typeParameters, parameters, returns);
  }

  private void arrowBody() {
    if (maybe()) {
      token();
      block(2, this::statement);
    } else {
      suffixed(true);
    }
  }

  private void match() {
    depth++;
    int at = token();
    named(maybe());
    int arms =
        times(
            upTo(3),
            () -> {
              pattern(Kind.LOCAL_NAME);
              boolean guard =
                  optional(
                      () -> {
                        int guardAt = token();
                        operand();
                        out.guard(guardAt);
                      });
              int arm = token();
              arrowBody();
              out.matchArm(arm, guard);
            });
    depth--;
    out.match(at, arms);
  }

  // Patterns.

  /// @param name the kind of the names that it declares
  private void pattern(int name) {
    if (seldom()) {
      int at = position;
      out.orPattern(at, times(2 + upTo(1), () -> simplePattern(name)));
    } else {
      simplePattern(name);
    }
  }

  private void simplePattern(int name) {
    depth++;
    switch (random.nextInt(depth < MAX_DEPTH ? 9 : 5)) {
      case 0, 1 -> out.localName(name, token(), symbol());
      case 2 -> out.wildcard(token());
      case 3 -> {
        int at = position;
        patternLiteral(true);
        out.literalPattern(at);
      }
      case 4 -> {
        int at = token();
        out.templatePattern(at, pieces(() -> out.localName(name, token(), symbol())));
      }
      case 5, 6 -> arrayPattern(name);
      default -> objectPattern(name);
    }
    depth--;
  }

  private void patternLiteral(boolean nil) {
    switch (random.nextInt(nil ? 5 : 4)) {
      case 0 -> out.string(token(), intern("text"));
      case 1 -> out.trueLiteral(token());
      case 2 -> {
        int at = token();
        if (maybe()) {
          out.integer(token(), 1);
        } else {
          out.floating(token(), 0.5);
        }
        out.unary(Kind.NEGATE, at);
      }
      case 3 -> out.integer(token(), random.nextInt(9));
      default -> out.nil(token());
    }
  }

  private void arrayPattern(int name) {
    int at = token();
    int elements =
        times(
            upTo(4),
            () -> {
              if (seldom()) {
                out.hole(token());
              } else {
                fieldPattern(name);
              }
            });
    if (seldom()) {
      restPattern(name);
      elements++;
    }
    out.arrayPattern(at, elements);
  }

  private void restPattern(int name) {
    int at = token();
    out.localName(name, token(), symbol());
    out.restPattern(at);
  }

  private void fieldPattern(int name) {
    pattern(name);
    if (seldom()) {
      int at = token();
      operand();
      out.patternDefault(at);
    }
  }

  private void objectPattern(int name) {
    int at = token();
    int fields =
        times(
            upTo(5),
            () -> {
              switch (random.nextInt(4)) {
                case 0 -> out.localName(name, token(), symbol());
                case 1 -> {
                  out.localName(name, token(), symbol());
                  int value = token();
                  operand();
                  out.patternDefault(value);
                }
                case 2 -> {
                  int field = token();
                  int fieldName = symbol();
                  token();
                  fieldPattern(name);
                  out.patternField(field, fieldName);
                }
                default -> {
                  int field = token();
                  operand();
                  token();
                  fieldPattern(name);
                  out.computedPatternField(field);
                }
              }
            });
    if (seldom()) {
      restPattern(name);
      fields++;
    }
    out.objectPattern(at, fields);
  }

  // Types.

  private void type() {
    if (depth > MAX_DEPTH) {
      simpleType();
      return;
    }
    depth++;
    switch (random.nextInt(18)) {
      case 0 -> {
        int at = postfixType();
        token();
        out.unionType(at, 1 + times(1 + upTo(2), this::postfixType));
      }
      case 1 -> {
        int at = postfixType();
        token();
        out.intersectionType(at, 1 + times(1 + upTo(2), this::postfixType));
      }
      case 2 -> functionType();
      case 3 -> {
        int at = token();
        simpleType();
        out.keyofType(at);
      }
      case 4, 5 -> {
        int at = token();
        qualifiedName();
        out.typeofType(at);
      }
      case 6 -> {
        simpleType();
        int at = token();
        if (maybe()) {
          inferType();
        } else {
          simpleType();
        }
        token();
        type();
        token();
        type();
        out.conditionalType(at);
      }
      case 7 -> {
        int at = token();
        out.templateType(at, pieces(this::type));
      }
      default -> postfixType();
    }
    depth--;
  }

  private void inferType() {
    int at = token();
    int name = token();
    int symbol = symbol();
    out.inferType(at, symbol, name, optional(this::constraint));
  }

  private void functionType() {
    boolean typeParameters = optional(this::typeParameters);
    token();
    int parameters = parameters(false);
    int at = token();
    typeOrPredicate();
    out.functionType(at, typeParameters, parameters);
  }

  private int postfixType() {
    int at = clauseType();
    int suffixes = upTo(2);
    for (int i = 0; i < suffixes; i++) {
      at = token();
      switch (random.nextInt(3)) {
        case 0 -> out.arrayType(at);
        case 1 -> out.nullableType(at);
        default -> {
          type();
          out.indexedAccessType(at);
        }
      }
    }
    return at;
  }

  /// One that may stand where not every type may.
  private int clauseType() {
    if (depth > MAX_DEPTH) {
      return simpleType();
    }
    depth++;
    int at =
        switch (random.nextInt(12)) {
          case 0 -> parenType();
          case 1 -> typeReference();
          case 2 -> literalType();
          case 3 -> tupleType();
          case 4 -> objectType();
          case 5 -> mappedType();
          default -> simpleType();
        };
    depth--;
    return at;
  }

  private int parenType() {
    int at = token();
    type();
    out.parenType(at);
    return at;
  }

  private int literalType() {
    int at = position;
    patternLiteral(false);
    out.literalType(at);
    return at;
  }

  private int objectType() {
    int at = token();
    out.objectType(at, times(upTo(5), this::typeMember));
    return at;
  }

  private int simpleType() {
    int at = token();
    if (maybe()) {
      out.typeName(at, symbol());
    } else {
      out.primitiveType(at, intern(PRIMITIVES[random.nextInt(PRIMITIVES.length)]));
    }
    return at;
  }

  private int typeReference() {
    int names = 1 + random.nextInt(3);
    int start = position;
    position += 2 * names;
    int arguments = times(upTo(2) + (names == 1 ? 1 : 0), this::type);
    for (int i = 0; i < names; i++) {
      out.identifier(start + 2 * i, symbol());
    }
    int at = start + 2 * (names - 1);
    out.typeReference(at, arguments, names);
    return at;
  }

  private int tupleType() {
    int at = token();
    int elements =
        times(
            upTo(3),
            () -> {
              switch (random.nextInt(3)) {
                case 0 -> {
                  int name = token();
                  int symbol = symbol();
                  type();
                  out.tupleElement(name, symbol, maybe() ? Modifier.OPTIONAL : 0);
                }
                case 1 -> {
                  int dots = token();
                  type();
                  out.variadicType(dots);
                }
                default -> type();
              }
            });
    out.tupleType(at, elements);
    return at;
  }

  private void typeMember() {
    int modifiers = one(0, 0, Modifier.READONLY);
    token();
    int at = token();
    int symbol = symbol();
    switch (random.nextInt(3)) {
      case 0 -> {
        type();
        out.propertySignature(at, symbol, modifiers | one(0, Modifier.OPTIONAL));
      }
      case 1 -> {
        signature(false);
        out.methodSignature(at, symbol, one(0, Modifier.OPTIONAL));
      }
      default -> {
        int name = token();
        type();
        token();
        type();
        out.indexSignature(at, symbol, name, modifiers);
      }
    }
  }

  private int mappedType() {
    int at = token();
    int modifiers = one(0, Modifier.READONLY, Modifier.ADD_READONLY, Modifier.REMOVE_READONLY);
    int name = token();
    int symbol = symbol();
    type();
    type();
    modifiers |= one(0, Modifier.OPTIONAL, Modifier.ADD_OPTIONAL, Modifier.REMOVE_OPTIONAL);
    out.mappedType(at, symbol, name, modifiers);
    return at;
  }
}
