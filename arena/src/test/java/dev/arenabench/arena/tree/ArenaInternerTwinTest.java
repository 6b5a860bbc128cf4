package dev.arenabench.arena.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.ArenaInterner;
import dev.arenabench.syntax.Interner;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The interner in an arena answers as the front end's does.
class ArenaInternerTwinTest {
  @Test
  void intern_sameStrings_sameSymbolsTextsAndHashes() {
    Interner heap = new Interner();
    ArenaInterner arena = new ArenaInterner(Arena.create());
    for (int symbol = 1; symbol <= heap.count(); symbol++) {
      byte[] word = Sources.bytes(heap.text(symbol));
      assertEquals(symbol, arena.intern(word, 0, word.length));
    }
    SplittableRandom random = new SplittableRandom(11);
    byte[] source = new byte[64];
    for (int i = 0; i < 50_000; i++) {
      int from = random.nextInt(30);
      int to = from + random.nextInt(30);
      for (int at = from; at < to; at++) {
        source[at] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 'a');
      }
      int symbol = heap.intern(source, from, to);

      assertEquals(symbol, arena.intern(source, from, to));
      assertEquals(heap.contentHash(symbol), arena.contentHash(symbol));
    }
    assertEquals(heap.count(), arena.count());
    for (int symbol = 1; symbol <= heap.count(); symbol++) {
      assertEquals(heap.text(symbol), arena.text(symbol));
    }
  }
}
