package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class SwarTest {
  private static final long TOPS = 0x8080808080808080L;

  @Test
  void word_anyBytes_isLittleEndian() {
    byte[] source = {9, 1, 2, 3, 4, 5, 6, 7, (byte) 0x88, 9};
    assertEquals(0x8807060504030201L, Swar.word(source, 1));
  }

  @Test
  void put_anyWord_isReadBack() {
    byte[] target = new byte[10];
    Swar.put(target, 2, 0x8807060504030201L);
    assertEquals(0x8807060504030201L, Swar.word(target, 2));
    assertEquals(0, target[1]);
  }

  @Test
  void before_markInEachByte_keepsTheBytesBelow() {
    long word = 0x1122334455667788L;
    for (int i = 0; i < 8; i++) {
      long mark = 0x80L << 8 * i;
      long expected = i == 0 ? 0 : word << 64 - 8 * i >>> 64 - 8 * i;
      assertEquals(expected, Swar.before(word, mark));
      assertEquals(expected, Swar.before(word, mark | TOPS << 8 * i));
      assertEquals(i, Swar.firstIndex(mark | TOPS << 8 * i));
    }
  }

  @Test
  void nonNameBytes_anyWord_marksAllExactly() {
    check(
        true,
        Swar::nonNameBytes,
        b -> !(b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_'));
  }

  @Test
  void nonBlanks_anyWord_marksAllExactly() {
    check(true, Swar::nonBlanks, b -> b != ' ' && (b < '\t' || b > '\r'));
  }

  @Test
  void lineEnds_anyWord_marksTheFirst() {
    check(false, Swar::lineEnds, b -> b == '\n' || b == '\r' || b == 0);
  }

  @Test
  void bracketsOrZeros_anyWord_marksTheFirst() {
    check(false, Swar::bracketsOrZeros, b -> b == ']' || b == 0);
  }

  @Test
  void carriageReturns_anyWord_marksTheFirst() {
    check(false, Swar::carriageReturns, b -> b == '\r');
  }

  @Test
  void stringStops_anyWord_marksTheFirst() {
    for (char quote : new char[] {'"', '\''}) {
      check(
          false,
          word -> Swar.stringStops(word, quote * Swar.ONES),
          b -> b == quote || b == '\\' || b < 0x20);
    }
  }

  /// Each byte at each place among neighbours that are alike, that differ by one (where a borrow
  /// would show), and that are random; then random words.
  private static void check(boolean exact, LongUnaryOperator marks, IntPredicate isMarked) {
    Random random = new Random(7);
    for (int b = 0; b < 256; b++) {
      for (int place = 0; place < 8; place++) {
        for (int neighbour = 0; neighbour < 256; neighbour++) {
          long word = neighbour * Swar.ONES;
          word = word & ~(0xFFL << 8 * place) | (long) b << 8 * place;
          checkWord(exact, marks, isMarked, word);
        }
      }
    }
    for (int i = 0; i < 100_000; i++) {
      long word = random.nextLong();
      checkWord(exact, marks, isMarked, word);
      checkWord(exact, marks, isMarked, word & ~TOPS);
    }
  }

  private static void checkWord(
      boolean exact, LongUnaryOperator marks, IntPredicate isMarked, long word) {
    long expected = 0;
    for (int i = 0; i < 8; i++) {
      if (isMarked.test((int) (word >>> 8 * i) & 0xFF)) {
        expected |= 0x80L << 8 * i;
      }
    }
    long actual = marks.applyAsLong(word);
    if (exact) {
      assertEquals(expected, actual, () -> Long.toHexString(word));
    } else {
      assertEquals(
          Long.lowestOneBit(expected), Long.lowestOneBit(actual), () -> Long.toHexString(word));
      assertEquals(0, actual & ~TOPS, () -> Long.toHexString(word));
    }
  }
}
