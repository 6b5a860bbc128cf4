package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import org.junit.jupiter.api.Test;

class NodeLayoutTest {
  @Test
  void widths_together_fillAWord() {
    assertEquals(
        Long.SIZE, NodeLayout.KIND_BITS + NodeLayout.PAYLOAD_BITS + NodeLayout.POSITION_BITS);
    assertTrue(Kind.LIMIT <= NodeLayout.KIND_MASK + 1);
    assertTrue(Interner.MAX_SYMBOL < NodeLayout.ESCAPE);
    assertEquals(0x1FF_FFFF, NodeLayout.ESCAPE);
  }

  @Test
  void header_fields_lieWhereTheDiagramSays() {
    assertEquals(0x0000_0000_0000_0001L, NodeLayout.header(1, 0, 0));
    assertEquals(0x0000_0000_0000_0100L, NodeLayout.header(0, 0, 1));
    assertEquals(0x0000_0002_0000_0000L, NodeLayout.header(0, 1, 0));
    assertEquals(0x0000_0001_FFFF_FF43L, NodeLayout.header(67, 0, NodeLayout.ESCAPE));
    assertEquals(0xFFFF_FFFE_0000_0005L, NodeLayout.header(Kind.NIL, Integer.MAX_VALUE));
  }

  @Test
  void header_extremes_comeBack() {
    int[] kinds = {1, 67, 255};
    int[] payloads = {0, 1, Interner.MAX_SYMBOL, NodeLayout.ESCAPE};
    int[] positions = {0, 1, 1 << 30, Integer.MAX_VALUE};
    for (int kind : kinds) {
      for (int payload : payloads) {
        for (int position : positions) {
          long header = NodeLayout.header(kind, position, payload);
          assertEquals(kind, NodeLayout.kind(header));
          assertEquals(payload, NodeLayout.payload(header));
          assertEquals(position, NodeLayout.position(header));
          assertEquals(payload == NodeLayout.ESCAPE, NodeLayout.isEscaped(header));
        }
      }
    }
  }

  @Test
  void fits_bits_onlyBelowTheEscape() {
    assertTrue(NodeLayout.fits(0));
    assertTrue(NodeLayout.fits(NodeLayout.ESCAPE - 1L));
    assertFalse(NodeLayout.fits(NodeLayout.ESCAPE));
    assertFalse(NodeLayout.fits(-1));
    assertFalse(NodeLayout.fits(Long.MIN_VALUE));
    assertFalse(NodeLayout.fits(1L << 32));
  }

  @Test
  void isSymbol_range_isTheInterners() {
    assertTrue(NodeLayout.isSymbol(0));
    assertTrue(NodeLayout.isSymbol(Interner.MAX_SYMBOL));
    assertFalse(NodeLayout.isSymbol(Interner.MAX_SYMBOL + 1));
    assertFalse(NodeLayout.isSymbol(-1));
  }

  @Test
  void form_everyByte_followsTheShape() {
    for (int kind = 0; kind < 256; kind++) {
      if (kind == 0 || kind >= Kind.LIMIT) {
        assertEquals(NodeLayout.NONE, NodeLayout.form(kind));
        continue;
      }
      byte expected =
          switch (Kind.shape(kind)) {
            case LEAF, SYMBOL -> NodeLayout.SINGLE;
            case NUMBER -> NodeLayout.NUMBER;
            case WRAP -> NodeLayout.WRAP;
            case NODE -> NodeLayout.NODE;
          };
      assertEquals(expected, NodeLayout.form(kind), Kind.name(kind));
    }
  }

  @Test
  void steps_eachForm_findStartAndTheWordBefore() {
    long[] words = {
      NodeLayout.header(Kind.NAME, 0, 7), // 0
      NodeLayout.header(Kind.INTEGER, 2, 5), // 1
      -9, // 2: extra word of 3
      NodeLayout.header(Kind.INTEGER, 4, NodeLayout.ESCAPE), // 3
      NodeLayout.header(Kind.NEGATE, 3), // 4: of 3
      NodeLayout.header(Kind.NOT, 2), // 5: of 4
      NodeLayout.header(Kind.TABLE, 6, 1), // 6
      NodeLayout.header(Kind.CALL, 1, 8), // 7: of all
      9, // 8: extra word of 9
      NodeLayout.header(Kind.TABLE, 0, NodeLayout.ESCAPE) // 9: of 0 and 7, were it that large
    };
    words[8] = 10;
    int[] starts = {0, 1, -1, 2, 2, 2, 6, 0, -1, 0};
    int[] befores = {-1, 0, -1, 1, 3, 4, 5, 6, -1, 7};
    for (int header = 0; header < words.length; header++) {
      if (starts[header] >= 0) {
        assertEquals(starts[header], NodeLayout.start(words, header), "header=" + header);
        assertEquals(befores[header], NodeLayout.before(words, header), "header=" + header);
      }
    }
    assertEquals(5, NodeLayout.bits(words, 1));
    assertEquals(-9, NodeLayout.bits(words, 3));
    assertEquals(8, NodeLayout.size(words, 7));
    assertEquals(10, NodeLayout.size(words, 9));
  }
}
