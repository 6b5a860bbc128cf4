package dev.arenabench.frontend;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.util.Arrays;
import java.util.Random;

/// Damages a program a little: by tokens, or by bytes.
final class Mutator {
  private static final int KINDS = 8;
  private static final int FLIP = 6;

  private static final String BYTES = "()[]{}<>=~-+.,:;'\"\\\n\r\0#0x9e_";

  private final Random random;
  private final Lexer lexer = new Lexer(new Interner());

  // Offsets of the program's tokens, in pairs.
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private int tokens;

  private byte[] out = new byte[1024];
  private int length;

  Mutator(Random random) {
    this.random = random;
  }

  /// The damaged program of the last [#mutate], zero-padded.
  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  void mutate(byte[] source, int sourceLength) throws SyntaxException {
    split(source, sourceLength);
    length = 0;
    int kind = tokens == 0 ? FLIP : random.nextInt(KINDS);
    int a = random.nextInt(Math.max(1, tokens));
    int b = random.nextInt(Math.max(1, tokens));
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    switch (kind) {
      case 0, 1 -> { // Leaves a token out.
        append(source, 0, starts[a]);
        append(source, ends[a], sourceLength);
      }
      case 2 -> { // Repeats a token.
        append(source, 0, ends[a]);
        append((byte) ' ');
        append(source, starts[a], sourceLength);
      }
      case 3 -> { // Replaces a token by another.
        append(source, 0, starts[a]);
        append(source, starts[b], ends[b]);
        append(source, ends[a], sourceLength);
      }
      case 4 -> { // Swaps two tokens.
        append(source, 0, starts[low]);
        append(source, starts[high], ends[high]);
        append(source, ends[low], low == high ? ends[low] : starts[high]);
        append(source, starts[low], ends[low]);
        append(source, ends[high], sourceLength);
      }
      case 5 -> { // Moves a token next to another, without a blank between.
        append(source, 0, ends[a]);
        append(source, starts[b], ends[b]);
        append(source, ends[a], sourceLength);
      }
      case FLIP -> { // Flips a bit.
        append(source, 0, sourceLength);
        out[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
      }
      default -> { // Puts in a byte that means something, or leaves one out.
        int at = random.nextInt(sourceLength);
        append(source, 0, at);
        if (random.nextBoolean()) {
          append((byte) BYTES.charAt(random.nextInt(BYTES.length())));
          append(source, at, sourceLength);
        } else {
          append(source, at + 1, sourceLength);
        }
      }
    }
    ensure(length + Lexer.PADDING);
    Arrays.fill(out, length, length + Lexer.PADDING, (byte) 0);
  }

  private void split(byte[] source, int sourceLength) throws SyntaxException {
    lexer.reset(source, sourceLength, Dialect.LUA_5_4);
    tokens = 0;
    while (lexer.next() != Token.EOF) {
      if (tokens == starts.length) {
        starts = Arrays.copyOf(starts, tokens * 2);
        ends = Arrays.copyOf(ends, tokens * 2);
      }
      starts[tokens] = lexer.start();
      ends[tokens++] = lexer.end();
    }
  }

  private void append(byte[] source, int from, int to) {
    ensure(length + to - from);
    System.arraycopy(source, from, out, length, to - from);
    length += to - from;
  }

  private void append(byte b) {
    ensure(length + 1);
    out[length++] = b;
  }

  private void ensure(int needed) {
    if (needed > out.length) {
      out = Arrays.copyOf(out, needed * 2);
    }
  }
}
