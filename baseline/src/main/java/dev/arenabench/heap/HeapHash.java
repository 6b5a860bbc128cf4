package dev.arenabench.heap;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.TreeHash;
import org.jspecify.annotations.Nullable;

/// The structural hash of the heap twin, by [TreeHash].
public final class HeapHash extends TypedChildren {
  private final Interner interner;
  private final LeftSpine spine = new LeftSpine();
  private final Counter counter = new Counter();

  /// Of the [TypedNode] whose children are being taken.
  private long typedState;

  private HeapHash(Interner interner) {
    this.interner = interner;
  }

  /// The hash of a tree.
  ///
  /// @param interner the one that the tree was parsed with
  public static long hash(Node.Chunk chunk, Interner interner) {
    return new HeapHash(interner).hash(chunk);
  }

  private long hash(Node node) {
    int waiting = spine.depth();
    Node at = node;
    for (Node left = LeftSpine.left(at); left != null; left = LeftSpine.left(at)) {
      spine.push(at);
      at = left;
    }
    long hash = hash(at, 0);
    while (spine.depth() > waiting) {
      hash = hash(spine.pop(), hash);
    }
    return hash;
  }

  /// @param left hash of the left child, where [LeftSpine#left] has one
  private long hash(Node node, long left) {
    return switch (node) {
      case Node.Name name -> symbol(name, name.symbol());
      case Node.StringLiteral string -> symbol(string, string.symbol());
      case Node.IntegerLiteral integer -> TreeHash.leaf(Kind.INTEGER, integer.value());
      case Node.FloatLiteral number ->
          TreeHash.leaf(Kind.FLOAT, Double.doubleToRawLongBits(number.value()));
      case Node.Nil _,
          Node.True _,
          Node.False _,
          Node.Vararg _,
          Node.VarargParameter _,
          Node.Break _ ->
          TreeHash.leaf(node.kind(), 0);
      case Node.Paren paren -> wrap(paren, 0, hash(paren.expression()));
      case Node.Field field -> wrap(field, interner.contentHash(field.symbol()), left);
      case Node.Unary unary -> wrap(unary, 0, hash(unary.operand()));
      case Node.Binary binary -> pair(binary, left, hash(binary.right()));
      case Node.Index index -> pair(index, left, hash(index.key()));
      case Node.Call call -> {
        long state = TreeHash.take(open(call, call.arguments().length + 1), left);
        yield TreeHash.close(take(state, call.arguments()));
      }
      case Node.MethodCall call -> {
        long state = TreeHash.take(open(call, call.arguments().length + 2), left);
        state = take(state, call.arguments());
        yield TreeHash.close(TreeHash.take(state, methodName(call.method())));
      }
      case Node.Function function -> function(function);
      case Node.Parameter parameter -> symbol(parameter, parameter.symbol());
      case Node.Table table -> list(table, table.fields());
      case Node.NamedField field ->
          wrap(field, interner.contentHash(field.symbol()), hash(field.value()));
      case Node.KeyedField field -> pair(field, hash(field.key()), hash(field.value()));
      case Node.Block block -> list(block, block.statements());
      case Node.Local local -> {
        long state = open(local, local.names().length + local.values().length);
        yield TreeHash.close(take(take(state, local.names()), local.values()));
      }
      case Node.LocalName name -> symbol(name, name.symbol());
      case Node.LocalFunction local ->
          wrap(local, interner.contentHash(local.symbol()), hash(local.function()));
      case Node.Assign assign -> assign(assign);
      case Node.FunctionDeclaration declaration ->
          pair(declaration, hash(declaration.target()), hash(declaration.function()));
      case Node.MethodDeclaration declaration -> {
        long state = TreeHash.take(open(declaration, 3), hash(declaration.target()));
        state = TreeHash.take(state, hash(declaration.function()));
        yield TreeHash.close(TreeHash.take(state, methodName(declaration.method())));
      }
      case Node.If branch -> {
        int count = 2 + branch.elseIfs().length + (branch.otherwise() == null ? 0 : 1);
        long state = TreeHash.take(open(branch, count), hash(branch.condition()));
        state = TreeHash.take(state, hash(branch.then()));
        yield TreeHash.close(take(take(state, branch.elseIfs()), branch.otherwise()));
      }
      case Node.ElseIf branch -> pair(branch, hash(branch.condition()), hash(branch.then()));
      case Node.While loop -> pair(loop, hash(loop.condition()), hash(loop.body()));
      case Node.Repeat loop -> pair(loop, hash(loop.body()), hash(loop.condition()));
      case Node.NumericFor loop -> {
        long state = TreeHash.take(open(loop, loop.step() == null ? 4 : 5), hash(loop.name()));
        state = TreeHash.take(state, hash(loop.from()));
        state = TreeHash.take(state, hash(loop.to()));
        yield TreeHash.close(TreeHash.take(take(state, loop.step()), hash(loop.body())));
      }
      case Node.GenericFor loop -> {
        long state = open(loop, loop.names().length + loop.values().length + 1);
        state = take(take(state, loop.names()), loop.values());
        yield TreeHash.close(TreeHash.take(state, hash(loop.body())));
      }
      case Node.Do block -> wrap(block, 0, hash(block.body()));
      case Node.Return end -> list(end, end.values());
      case Node.Goto jump -> symbol(jump, jump.symbol());
      case Node.Label label -> symbol(label, label.symbol());
      case Node.Chunk chunk -> wrap(chunk, 0, hash(chunk.body()));
      case TypedNode typed -> typed(typed, left);
    };
  }

  private long typed(TypedNode node, long left) {
    boolean chain = LeftSpine.left(node) != null;
    int payload = TypedChildren.payload(node);
    long hashedPayload = payload == 0 ? 0 : interner.contentHash(payload);
    int childCount = counter.count(node) + (chain ? 1 : 0);
    long outer = typedState;
    typedState = TreeHash.open(node.kind(), hashedPayload, childCount);
    if (chain) {
      typedState = TreeHash.take(typedState, left);
    }
    of(node);
    long hash = TreeHash.close(typedState);
    typedState = outer;
    return hash;
  }

  @Override
  void child(Node child) {
    typedState = take(typedState, child);
  }

  @Override
  void part(int kind, int payload, int position) {
    long hashedPayload = Kind.hasSymbol(kind) ? interner.contentHash(payload) : payload;
    typedState = TreeHash.take(typedState, TreeHash.leaf(kind, hashedPayload));
  }

  /// How many children and parts there are.
  private static final class Counter extends TypedChildren {
    private int count;

    int count(TypedNode node) {
      count = 0;
      of(node);
      return count;
    }

    @Override
    void child(Node child) {
      count++;
    }

    @Override
    void part(int kind, int payload, int position) {
      count++;
    }
  }

  private long function(Node.Function function) {
    Node.VarargParameter vararg = function.vararg();
    int parameterCount = function.parameters().length + (vararg == null ? 0 : 1);
    long state = take(open(function, parameterCount + 1), function.parameters());
    return TreeHash.close(TreeHash.take(take(state, vararg), hash(function.body())));
  }

  private long assign(Node.Assign assign) {
    int targetCount = assign.targets().length;
    int partCount = targetCount == 1 ? 0 : 1;
    long state = open(assign, targetCount + assign.values().length + partCount);
    state = take(take(state, assign.targets()), assign.values());
    if (partCount > 0) {
      state = TreeHash.take(state, TreeHash.leaf(Kind.TARGET_COUNT, targetCount));
    }
    return TreeHash.close(state);
  }

  private long symbol(Node node, int symbol) {
    return TreeHash.leaf(node.kind(), interner.contentHash(symbol));
  }

  private long methodName(int symbol) {
    return TreeHash.leaf(Kind.METHOD_NAME, interner.contentHash(symbol));
  }

  private static long wrap(Node node, long payload, long child) {
    return TreeHash.close(TreeHash.take(TreeHash.open(node.kind(), payload, 1), child));
  }

  private static long pair(Node node, long first, long second) {
    return TreeHash.close(TreeHash.take(TreeHash.take(open(node, 2), first), second));
  }

  private long list(Node node, Node[] children) {
    return TreeHash.close(take(open(node, children.length), children));
  }

  private static long open(Node node, int childCount) {
    return TreeHash.open(node.kind(), 0, childCount);
  }

  private long take(long state, Node[] children) {
    long taken = state;
    for (Node child : children) {
      taken = TreeHash.take(taken, hash(child));
    }
    return taken;
  }

  private long take(long state, @Nullable Node child) {
    return child == null ? state : TreeHash.take(state, hash(child));
  }
}
