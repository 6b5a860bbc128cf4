package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.frontend.Parser;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ArenaVerifierTest {
  private static final int SOURCE_BYTES = 100;

  private final Interner interner = new Interner();
  private final int x = interner.intern(Sources.bytes("x"), 0, 1);

  @Test
  void verify_programs_passes() {
    for (String source : Sources.PROGRAMS) {
      Sources.tree(source, interner).verify(source.length(), interner);
    }
  }

  @Test
  void verify_sharedCorpus_passes() throws IOException {
    List<Path> files = Sources.shared();
    assumeTrue(!files.isEmpty(), "the shared corpus is not there");
    Parser parser = new Parser(interner);
    Arena arena = Arena.create();
    ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
    int verified = 0;
    for (Path file : files) {
      byte[] source = Files.readAllBytes(file);
      arena.reset();
      try {
        parser.parse(source, Dialect.LUA_5_4, builder);
      } catch (SyntaxException e) {
        continue;
      }
      builder.tree().verify(source.length, interner);
      verified++;
    }
    assertEquals(595, verified);
  }

  @Test
  void verify_noWords_throws() {
    assertCorrupt("the tree has no words", new ArenaTree(new long[0], 0, 0));
  }

  @Test
  void verify_rootIsNoChunk_throws() {
    assertCorrupt("handle=0, kind=nil: the root is no chunk", words(header(Kind.NIL, 0, 0)));
  }

  @Test
  void verify_noSuchKind_throws() {
    int limit = Kind.LIMIT;
    assertCorrupt(
        "handle=0, kind=" + limit + ": no such kind",
        words(header(limit, 1, 0), header(Kind.CHUNK, 0, 0)));
    assertCorrupt("handle=0, kind=none: no such kind", words(0, header(Kind.CHUNK, 0, 0)));
  }

  @Test
  void verify_wrapWithoutChild_throws() {
    assertCorrupt("handle=0, kind=chunk: no child", words(header(Kind.CHUNK, 0, 0)));
    assertCorrupt(
        "handle=0, kind=paren: no child",
        words(header(Kind.PAREN, 2, 0), header(Kind.BLOCK, 1, 2), header(Kind.CHUNK, 0, 0)));
  }

  @Test
  void verify_wordsBeforeTheTree_throws() {
    assertCorrupt(
        "handle=3, kind=chunk: words before the tree: 2",
        words(
            header(Kind.NIL, 0, 0),
            header(Kind.NIL, 0, 0),
            header(Kind.BLOCK, 0, 1),
            header(Kind.CHUNK, 0, 0)));
  }

  @Test
  void verify_payloadWhereThereIsNone_throws() {
    assertCorrupt("handle=0, kind=nil: payload=3, expected=0", returning(header(Kind.NIL, 5, 3)));
    assertCorrupt(
        "handle=1, kind=paren: payload=1, expected=0",
        returning(header(Kind.NIL, 6, 0), header(Kind.PAREN, 5, 1)));
  }

  @Test
  void verify_unknownSymbol_throws() {
    int count = interner.count();
    assertCorrupt(
        "handle=0, kind=name: symbol=0, count=" + count, returning(header(Kind.NAME, 5, 0)));
    assertCorrupt(
        "handle=0, kind=string: symbol=" + (count + 1) + ", count=" + count,
        returning(header(Kind.STRING, 5, count + 1)));
    assertCorrupt(
        "handle=1, kind=field: symbol=0, count=" + count,
        returning(header(Kind.NIL, 5, 0), header(Kind.FIELD, 6, 0)));
  }

  @Test
  void verify_nameThatIsNone_throws() {
    for (String text : new String[] {"end", "", "two words", "1st", "na\u00efve"}) {
      int symbol = interner.intern(Sources.bytes(text), 0, text.length());
      assertCorrupt(
          "handle=0, kind=name: symbol=" + symbol + " is no name",
          returning(header(Kind.NAME, 5, symbol)));
      returning(header(Kind.STRING, 5, symbol)).verify(SOURCE_BYTES, interner);
    }
    for (String text : new String[] {"_", "x1", "_Z9", "End"}) {
      int symbol = interner.intern(Sources.bytes(text), 0, text.length());
      returning(header(Kind.NAME, 5, symbol)).verify(SOURCE_BYTES, interner);
    }
  }

  @Test
  void verify_positionOutOfRange_throws() {
    assertCorrupt(
        "handle=0, kind=nil: position=100, sourceBytes=100", returning(header(Kind.NIL, 100, 0)));
    assertCorrupt(
        "handle=0, kind=block: position=101, sourceBytes=100",
        words(header(Kind.BLOCK, 101, 1), header(Kind.CHUNK, 0, 0)));
    words(header(Kind.BLOCK, 100, 1), header(Kind.CHUNK, 100, 0)).verify(SOURCE_BYTES, interner);
  }

  @Test
  void verify_extraWord_mustBeThereAndBeNeeded() {
    int escape = NodeLayout.ESCAPE;
    assertCorrupt(
        "handle=1, kind=integer: extra word for bits=5",
        returning(5, header(Kind.INTEGER, 5, escape)));
    assertCorrupt(
        "handle=0, kind=integer: no extra word", returning(header(Kind.INTEGER, 5, escape)));
    assertCorrupt(
        "handle=1, kind=block: extra word for size=2",
        words(2, header(Kind.BLOCK, 0, escape), header(Kind.CHUNK, 0, 0)));
    assertCorrupt(
        "handle=0, kind=block: no extra word",
        words(header(Kind.BLOCK, 0, escape), header(Kind.CHUNK, 0, 0)));
    assertCorrupt(
        "handle=1, kind=block: size=33554432, least=2, most=2",
        words(escape + 1, header(Kind.BLOCK, 0, escape), header(Kind.CHUNK, 0, 0)));
    assertCorrupt(
        "handle=1, kind=block: size=-1, least=2, most=2",
        words(-1, header(Kind.BLOCK, 0, escape), header(Kind.CHUNK, 0, 0)));
  }

  @Test
  void verify_floatThatNoLiteralHas_throws() {
    long float5 = header(Kind.FLOAT, 5, NodeLayout.ESCAPE);
    assertCorrupt(
        "handle=1, kind=float: bits=0xbff0000000000000 are no literal",
        returning(Double.doubleToRawLongBits(-1), float5));
    assertCorrupt(
        "handle=1, kind=float: bits=0x7ff8000000000000 are no literal",
        returning(Double.doubleToRawLongBits(Double.NaN), float5));
    returning(Double.doubleToRawLongBits(Double.POSITIVE_INFINITY), float5)
        .verify(SOURCE_BYTES, interner);
  }

  @Test
  void verify_sizeBeyondTheParent_throws() {
    assertCorrupt(
        "handle=1, kind=table: size=2, least=1, most=1",
        words(
            header(Kind.NIL, 0, 0),
            header(Kind.TABLE, 5, 2),
            header(Kind.RETURN, 4, 2),
            header(Kind.BLOCK, 4, 3),
            header(Kind.CHUNK, 0, 0)));
    assertCorrupt(
        "handle=0, kind=block: size=0, least=1, most=1",
        words(header(Kind.BLOCK, 0, 0), header(Kind.CHUNK, 0, 0)));
  }

  @Test
  void verify_children_areAsTheKindSays() {
    assertStatement(
        "handle=0, kind=local: child=0 is none, expected=declared-name", b -> b.local(1, 0, 0));
    assertStatement(
        "handle=1, kind=local: child=0 is nil, expected=declared-name",
        b -> {
          b.nil(2);
          b.local(1, 1, 0);
        });
    assertStatement(
        "handle=1, kind=while: child=1 is none, expected=block",
        b -> {
          b.nil(2);
          b.node(Kind.WHILE, 1, 1);
        });
    assertStatement(
        "handle=3, kind=while: child=2 is block, expected=none",
        b -> {
          b.nil(2);
          b.block(3, 0);
          b.block(4, 0);
          b.node(Kind.WHILE, 1, 3);
        });
    assertStatement(
        "handle=2, kind=add: child=1 is break, expected=expression",
        b -> {
          b.nil(2);
          b.breakStatement(4);
          b.binary(Kind.ADD, 3);
        });
    assertStatement(
        "handle=1, kind=call: child=0 is nil, expected=prefix",
        b -> {
          b.nil(2);
          b.call(3, 0);
        });
    assertStatement(
        "handle=3, kind=assign: child=1 is nil, expected=target",
        b -> {
          b.name(1, x);
          b.nil(3);
          b.symbol(Kind.TARGET_COUNT, 2, 2);
          b.node(Kind.ASSIGN, 2, 3);
        });
    assertStatement(
        "handle=2, kind=target-count: count=1, least=2",
        b -> {
          b.name(1, x);
          b.nil(3);
          b.symbol(Kind.TARGET_COUNT, 2, 1);
          b.node(Kind.ASSIGN, 2, 3);
        });
    assertStatement(
        "handle=4, kind=function-declaration: child=0 is call, expected=function-target",
        b -> {
          b.name(2, x);
          b.call(3, 0);
          function(b, 1, 5);
          b.functionDeclaration(1);
        });
    assertStatement(
        "handle=5, kind=function-declaration: child=0 is no chain of fields of a name",
        b -> {
          b.name(2, x);
          b.call(3, 0);
          b.field(4, x);
          function(b, 1, 6);
          b.functionDeclaration(1);
        });
    assertStatement(
        "handle=0, kind=else-if: child=0 is none, expected=expression",
        b -> b.node(Kind.ELSE_IF, 1, 0));
  }

  @Test
  void verify_statements_areStatementsAndReturnIsLast() {
    assertCorrupt(
        "handle=1, kind=block: child=0 is nil, expected=none",
        words(header(Kind.NIL, 1, 0), header(Kind.BLOCK, 1, 2), header(Kind.CHUNK, 0, 0)));
    assertCorrupt(
        "handle=2, kind=block: child=0 is return, but not the last",
        words(
            header(Kind.RETURN, 1, 1),
            header(Kind.BREAK, 2, 0),
            header(Kind.BLOCK, 1, 3),
            header(Kind.CHUNK, 0, 0)));
    assertCorrupt(
        "handle=2, kind=block: child=0 is chunk, expected=none",
        words(
            header(Kind.BLOCK, 1, 1),
            header(Kind.CHUNK, 1, 0),
            header(Kind.BLOCK, 1, 3),
            header(Kind.CHUNK, 0, 0)));
  }

  @Test
  void verify_positions_followTheSource() {
    assertStatement(
        "handle=2, kind=local: out of order: position=2 after=3",
        b -> {
          b.localName(Kind.LOCAL_NAME, 3, x);
          b.nil(2);
          b.local(1, 1, 1);
        });
    assertStatement(
        "handle=1, kind=return: out of order: position=5 after=5",
        b -> {
          b.nil(5);
          b.returnStatement(5, 1);
        });
    assertStatement(
        "handle=2, kind=call: out of order: position=3 after=4",
        b -> {
          b.name(1, x);
          b.nil(3);
          b.call(4, 1);
        });
    assertStatement(
        "handle=1, kind=call: out of order: position=1 after=2",
        b -> {
          b.name(2, x);
          b.call(1, 0);
        });
    assertStatement(
        "handle=3, kind=call: out of order: position=2 after=2",
        b -> {
          b.name(1, x);
          b.string(2, x);
          b.string(4, x);
          b.call(2, 2);
        });
    assertStatement(
        "handle=2, kind=method-call: out of order: position=3 after=4",
        b -> {
          b.name(1, x);
          b.methodCall(3, 0, x, 4);
        });
    assertStatement(
        "handle=4, kind=assign: position=4, target-count at=3",
        b -> {
          b.name(1, x);
          b.name(2, x);
          b.nil(5);
          b.symbol(Kind.TARGET_COUNT, 3, 2);
          b.node(Kind.ASSIGN, 4, 4);
        });
    assertStatement(
        "handle=1, kind=function: out of order: position=4 after=4",
        b -> {
          function(b, 4, 6);
          b.localFunction(4, x);
        });
    assertStatement(
        "handle=2, kind=function: position=3, declaration at=1",
        b -> {
          b.name(2, x);
          function(b, 3, 6);
          b.functionDeclaration(1);
        });
  }

  @Test
  void verify_millionDeep_doesNotOverflow() {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    int length = 1_000_000;
    builder.begin(5 * length);
    builder.name(1, x);
    for (int i = 1; i <= length; i++) {
      switch (i % 4) {
        case 0 -> builder.call(4 * i, 0);
        case 1 -> builder.field(4 * i, x);
        case 2 -> builder.methodCall(4 * i + 1, 0, x, 4 * i);
        default -> {
          builder.nil(4 * i + 1);
          builder.index(4 * i);
        }
      }
    }
    builder.returnStatement(0, 1);
    builder.block(0, 1);
    builder.chunk(0);
    builder.tree().verify(5 * length, interner);
  }

  private static void function(TreeBuilder builder, int position, int blockPosition) {
    builder.block(blockPosition, 0);
    builder.function(position, 0, false);
  }

  /// A tree with one statement.
  private void assertStatement(String expected, Consumer<TreeBuilder> statement) {
    ArenaTreeBuilder builder = new ArenaTreeBuilder(Arena.create());
    builder.begin(0);
    statement.accept(builder);
    builder.block(0, 1);
    builder.chunk(0);
    assertCorrupt(expected, builder.tree());
  }

  private void assertCorrupt(String expected, ArenaTree tree) {
    CorruptTreeException e =
        assertThrows(CorruptTreeException.class, () -> tree.verify(SOURCE_BYTES, interner));
    assertEquals(expected, e.getMessage());
    if (expected.startsWith("handle=")) {
      assertEquals(expected.substring(7, expected.indexOf(',')), Integer.toString(e.handle()));
    } else {
      assertEquals(ArenaTree.NONE, e.handle());
    }
  }

  /// `return` with these words as its values.
  private static ArenaTree returning(long... values) {
    long[] words = new long[values.length + 3];
    System.arraycopy(values, 0, words, 0, values.length);
    words[values.length] = header(Kind.RETURN, 4, values.length + 1);
    words[values.length + 1] = header(Kind.BLOCK, 4, values.length + 2);
    words[values.length + 2] = header(Kind.CHUNK, 0, 0);
    return words(words);
  }

  private static ArenaTree words(long... words) {
    return new ArenaTree(words, 0, words.length);
  }

  private static long header(int kind, int position, int payload) {
    return NodeLayout.header(kind, position, payload);
  }
}
