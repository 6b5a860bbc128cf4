package dev.arenabench.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arenabench.frontend.Parser;
import dev.arenabench.syntax.CallCounts;
import dev.arenabench.syntax.Census;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.LuaWriter;
import dev.arenabench.syntax.Scopes;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import dev.arenabench.syntax.TreeContract;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HeapTwinTest extends TreeContract {
  private static final class HeapTwin implements Twin {
    private final HeapTreeBuilder builder = new HeapTreeBuilder();
    private final Interner interner;
    private Node.Chunk tree = new Node.Chunk(new Node.Block(new Node[0], 0), 0);

    HeapTwin(Interner interner) {
      this.interner = interner;
    }

    @Override
    public TreeBuilder builder() {
      return builder;
    }

    @Override
    public void finished() {
      tree = builder.tree();
    }

    @Override
    public void count(Census census) {
      HeapCount.count(tree, census);
    }

    @Override
    public void calls(CallCounts calls) {
      HeapCalls.count(tree, calls);
    }

    @Override
    public void resolve(Scopes scopes) {
      HeapResolve.resolve(tree, interner, scopes);
    }

    @Override
    public void print(LuaWriter writer) {
      HeapPrint.print(tree, writer);
    }

    @Override
    public String dump(boolean positions) {
      return HeapDump.dump(tree, interner, positions);
    }

    @Override
    public long structuralHash() {
      return HeapHash.hash(tree, interner);
    }
  }

  @Override
  protected Twin twin(Interner interner) {
    return new HeapTwin(interner);
  }

  @Test
  void builder_typedMethods_areAllItsOwn() throws NoSuchMethodException {
    Set<String> inherited = new TreeSet<>();
    for (Method method : TreeBuilder.class.getMethods()) {
      Method own = HeapTreeBuilder.class.getMethod(method.getName(), method.getParameterTypes());
      if (own.getDeclaringClass().isInterface()) {
        inherited.add(method.getName());
      }
    }
    assertEquals(Set.of(), inherited);
  }

  @Test
  void builder_uniformMethod_says() {
    HeapTreeBuilder builder = new HeapTreeBuilder();
    builder.begin(0);

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> builder.node(Kind.CALL, 0, 1));
    assertEquals("kind=call: has a method of its own", thrown.getMessage());
    assertThrows(IllegalStateException.class, () -> builder.leaf(Kind.NIL, 0));
    assertThrows(IllegalStateException.class, () -> builder.symbol(Kind.NAME, 0, 1));
    assertThrows(IllegalStateException.class, () -> builder.number(Kind.INTEGER, 0, 1));
    assertThrows(IllegalStateException.class, () -> builder.wrap(Kind.PAREN, 0, 0));
  }

  @Test
  void tree_takenOrUnfinished_throws() throws SyntaxException {
    HeapTreeBuilder builder = new HeapTreeBuilder();
    assertThrows(IllegalStateException.class, builder::tree);
    builder.begin(0);
    builder.nil(0);
    IllegalStateException thrown = assertThrows(IllegalStateException.class, builder::tree);
    assertEquals("no finished tree, or taken before: waiting=1", thrown.getMessage());

    byte[] source = "return 1".getBytes(StandardCharsets.US_ASCII);
    new Parser(new Interner()).parse(source, Dialect.LUA_5_4, builder);
    Node.Chunk tree = builder.tree();
    assertEquals(1, tree.body().statements().length);
    assertThrows(IllegalStateException.class, builder::tree);
  }

  @Test
  void arrays_empty_areShared() throws SyntaxException {
    HeapTreeBuilder builder = new HeapTreeBuilder();
    byte[] source = "f() g() local x".getBytes(StandardCharsets.US_ASCII);
    new Parser(new Interner()).parse(source, Dialect.LUA_5_4, builder);
    Node[] statements = builder.tree().body().statements();

    Node[] arguments = ((Node.Call) statements[0]).arguments();
    assertSame(arguments, ((Node.Call) statements[1]).arguments());
    assertSame(arguments, ((Node.Local) statements[2]).values());
  }
}
