package dev.arenabench.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArenaInternerTest {
  private final Arena arena = Arena.create();
  private final ArenaInterner interner = new ArenaInterner(arena);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private int intern(String text) {
    return intern(interner, text);
  }

  private static int intern(ArenaInterner interner, String text) {
    byte[] bytes = bytes(text);
    return interner.intern(bytes, 0, bytes.length);
  }

  @Test
  void intern_firstAndAgain_symbolsAreDense() {
    assertEquals(1, intern("a"));
    assertEquals(2, intern("longer than eight"));
    assertEquals(1, intern("a"));
    assertEquals(2, intern("longer than eight"));
    assertEquals(3, intern(""));
    assertEquals(3, interner.count());
  }

  @Test
  void intern_nearlyEqualStrings_differ() {
    List<String> texts =
        List.of(
            "",
            "\0",
            "\0\0",
            "a",
            "a\0",
            "\0a",
            "abcdefgh",
            "abcdefg",
            "abcdefgh\0",
            "abcdefghi",
            "abcdefghijklmnop",
            "abcdefghijklmnop\0",
            "abcdefghijklmnoq",
            "bbcdefghijklmnop");
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(i + 1, intern(texts.get(i)), texts.get(i));
    }
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(texts.get(i), interner.text(i + 1));
      assertEquals(texts.get(i).length(), interner.length(i + 1));
    }
  }

  @Test
  void intern_partOfASource_onlyThatCounts() {
    byte[] source = bytes("xx name yy name");

    assertEquals(interner.intern(source, 3, 7), interner.intern(source, 11, 15));
    assertThrows(IndexOutOfBoundsException.class, () -> interner.intern(source, 11, 16));
  }

  @Test
  void handle_ofASymbol_isAStringOfTheArena() {
    int symbol = intern("one that is longer");
    byte[] target = new byte[20];

    assertTrue(arena.stringEquals(interner.handle(symbol), bytes("one that is longer"), 0, 18));
    assertEquals(18, interner.copy(symbol, target, 2));
    assertEquals("\0\0one that is longer", new String(target, StandardCharsets.ISO_8859_1));
    assertEquals(8 + 18, arena.usedBytes());
  }

  @Test
  void intern_offTheHeap_agreesWithAMap() {
    try (Arena offHeap = Arena.offHeap(ArenaOptions.DEFAULT)) {
      checkAgainstAMap(offHeap);
    }
  }

  @Test
  void intern_randomStrings_agreesWithAMap() {
    checkAgainstAMap(arena);
  }

  private static void checkAgainstAMap(Arena arena) {
    ArenaInterner interner = new ArenaInterner(arena);
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 5; round++) {
      Map<String, Integer> oracle = new HashMap<>();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        String text = text(random);
        int expected = oracle.computeIfAbsent(text, unseen -> oracle.size() + 1);
        if (expected > texts.size()) {
          texts.add(text);
        }
        assertEquals(expected, intern(interner, text));
      }
      assertEquals(oracle.size(), interner.count());
      assertTrue(texts.size() > 1_000, "too few distinct strings: " + texts.size());
      for (int i = 0; i < texts.size(); i++) {
        assertEquals(texts.get(i), interner.text(i + 1));
      }
      arena.reset();
    }
  }

  /// Few letters, so that strings come again and long ones have equal beginnings.
  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(9);
    for (int i = 0; i < length; i++) {
      text.append(i < 20 && random.nextInt(3) > 0 ? 'a' : (char) random.nextInt(3));
    }
    return text.toString();
  }

  @Test
  void reset_ofTheArena_forgetsAll() {
    int symbol = intern("old");
    arena.reset();

    assertEquals(0, interner.count());
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> interner.text(symbol));
    assertEquals("symbol=1, count=0", thrown.getMessage());
    assertEquals(1, intern("new"));
    assertEquals("new", interner.text(1));
    assertEquals(2, intern("old"));
  }

  @Test
  void reset_ofOtherArenas_keepsTheSymbols() {
    int symbol = intern("kept");
    try (Arena other = Arena.create()) {
      for (int i = 0; i < 10; i++) {
        other.allocateValue(symbol);
        other.reset();
        assertEquals(symbol, intern("kept"));
      }
    }
  }

  @Test
  void reset_epochsUsedUp_startsOver() {
    ArenaInterner old = new ArenaInterner(arena, ArenaInterner.MAX_SYMBOL, (1L << 32) - 2);
    for (int i = 0; i < 4; i++) {
      assertEquals(1, intern(old, "first" + i));
      assertEquals(2, intern(old, "second string " + i));
      assertEquals(1, intern(old, "first" + i));
      assertEquals(2, intern(old, "second string " + i));
      arena.reset();
    }
  }

  @Test
  void close_ofTheArena_refusesWhatIsNew() {
    intern("a");
    arena.close();

    IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> intern("a"));
    assertEquals("the arena is closed", thrown.getMessage());
    assertEquals(0, interner.count());
  }

  @Test
  void intern_whileTheRegionIsOpen_knowsOldRefusesNew() {
    int symbol = intern("known");
    arena.region().open(1);

    assertEquals(symbol, intern("known"));
    assertThrows(IllegalStateException.class, () -> intern("new"));

    arena.region().discard();
    assertEquals(symbol + 1, intern("new"));
  }

  @Test
  void intern_arenaAtItsLimit_isAsBefore() {
    Arena small = Arena.create(ArenaOptions.DEFAULT.withCapacityBytes(64).withLimitBytes(64));
    ArenaInterner limited = new ArenaInterner(small);
    assertEquals(1, intern(limited, "12345678"));
    String tooLong = "x".repeat(100);

    assertThrows(ArenaLimitException.class, () -> intern(limited, tooLong));

    assertEquals(1, limited.count());
    assertEquals(2, intern(limited, "short"));
    assertEquals(1, intern(limited, "12345678"));
  }

  @Test
  void intern_beyondTheGreatestSymbol_isRefused() {
    ArenaInterner few = new ArenaInterner(arena, 2, 1);
    intern(few, "a");
    intern(few, "b");

    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> intern(few, "c"));

    assertEquals("count=2, limit=2", thrown.getMessage());
    assertEquals(1, intern(few, "a"));
  }

  @Test
  void intern_steadyState_allocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[][] names = new byte[3_000][];
    for (int i = 0; i < names.length; i++) {
      names[i] = bytes((i % 2 == 0 ? "n" : "a longer name ") + i);
    }
    long allocated = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5 && allocated != 0; attempt++) {
      threads.getCurrentThreadAllocatedBytes();
      long before = threads.getCurrentThreadAllocatedBytes();
      arena.reset();
      for (byte[] name : names) {
        interner.intern(name, 0, name.length);
      }
      for (byte[] name : names) {
        interner.intern(name, 0, name.length);
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
    }
    assertEquals(0, allocated);
    assertEquals(names.length, interner.count());
  }
}
