package dev.arenabench.harness.corpus;

import dev.arenabench.harness.corpus.Piece.Fixed;
import dev.arenabench.harness.corpus.Piece.Varying;
import dev.arenabench.syntax.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Grows source of any size, Lua or TypedLua, out of the shipped programs of the dialect.
///
/// The result is one file as a bundler makes it: modules, each a function in `package.preload`. A
/// module starts as one of the programs does and goes on with runs of consecutive statements of
/// others. Statements stay what they are, so the mix of constructs is that of the programs at every
/// size; names, strings and numbers vary from module to module, and their variety grows with the
/// size as in real code (see [Vocabulary]).
///
/// Equal dialect, seed and size give equal bytes on every machine. The dialect accepts the result
/// (no function comes near the limit of 200 local variables), but it does nothing useful: it is
/// there to be parsed.
public final class CorpusGenerator {
  /// The seed of the built-in sizes.
  public static final long SEED = 20_260_101L;

  /// The least size.
  public static final int MIN_BYTES = 10_000;

  /// The greatest size.
  public static final int MAX_BYTES = 1 << 30;

  private static final int LEAST_MODULE_BYTES = 4_000;
  private static final int MOST_MODULE_BYTES = 16_000;
  private static final int LEAST_RUN_BYTES = 1_000;
  private static final int MOST_RUN_BYTES = 3_500;
  private static final int MOST_LOCALS = 150;

  /// How many runs in a row may add nothing before a module is taken as full.
  private static final int MOST_FAILURES = 200;

  private final SplittableRandom random;
  private final List<List<Piece>> programs;
  private final Vocabulary vocabulary;

  // What is written.
  private byte[] source;
  private int length;

  // The module at hand.
  private int module;
  private int locals;

  // Programs take turns, in another order each round.
  private final int[] turns;
  private int turn;

  private CorpusGenerator(Dialect dialect, long seed, int sizeBytes) {
    random = new SplittableRandom(seed);
    programs = PieceCutter.cut(Corpus.shipped(dialect).files(), dialect);
    vocabulary = new Vocabulary(programs.stream().flatMap(List::stream).toList(), random);
    source = new byte[sizeBytes];
    turns = new int[programs.size()];
    Arrays.setAll(turns, i -> i);
    turn = turns.length;
  }

  /// Source of a size, or less by 1 % at most.
  ///
  /// @param sizeBytes from [#MIN_BYTES] to [#MAX_BYTES]
  public static byte[] generate(Dialect dialect, long seed, int sizeBytes) {
    if (sizeBytes < MIN_BYTES || sizeBytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "sizeBytes=" + sizeBytes + ", limits=" + MIN_BYTES + ".." + MAX_BYTES);
    }
    CorpusGenerator generator = new CorpusGenerator(dialect, seed, sizeBytes);
    generator.write(bytes("-- Grown from the programs of ArenaBench; seed=" + seed + "\n\n"));
    generator.modules(sizeBytes);
    return Arrays.copyOf(generator.source, generator.length);
  }

  private void modules(int sizeBytes) {
    int goal = 0;
    while (goal < sizeBytes) {
      goal = length + between(LEAST_MODULE_BYTES, MOST_MODULE_BYTES);
      if (goal > sizeBytes - LEAST_MODULE_BYTES) {
        goal = sizeBytes; // too little for one more
      }
      module(goal, sizeBytes);
    }
  }

  /// @param goal where the module should end
  /// @param limit where it has to end
  private void module(int goal, int limit) {
    module++;
    locals = 0;
    write(
        bytes(
            "package.preload[\"%s.%s\"] = function(...)\n"
                .formatted(vocabulary.word(), vocabulary.word())));
    List<Piece> program = nextProgram();
    byte[] end = ending(program.getLast());
    run(program, 0, limit - end.length);
    int failures = 0;
    while (length < goal - end.length && failures < MOST_FAILURES) {
      program = nextProgram();
      boolean added = run(program, random.nextInt(program.size()), limit - end.length);
      failures = added ? 0 : failures + 1;
    }
    write(end);
  }

  /// What a module ends with: what the program returns, if it does.
  private byte[] ending(Piece last) {
    int start = length;
    if (last.isReturn()) {
      write(last, Integer.MAX_VALUE);
    }
    write(bytes("end\n\n"));
    byte[] ending = Arrays.copyOfRange(source, start, length);
    length = start;
    return ending;
  }

  /// Writes consecutive pieces, without those that do not fit; gives whether any did.
  private boolean run(List<Piece> program, int from, int limit) {
    int start = length;
    int goal = length + between(LEAST_RUN_BYTES, MOST_RUN_BYTES);
    for (int i = from; i < program.size() && length < goal; i++) {
      Piece piece = program.get(i);
      if (!piece.isReturn() && locals + piece.locals() <= MOST_LOCALS && write(piece, limit)) {
        locals += piece.locals();
      }
    }
    return length > start;
  }

  private boolean write(Piece piece, int limit) {
    int start = length;
    if (piece.length() > limit - start) {
      return false;
    }
    for (Piece.Part part : piece.parts()) {
      switch (part) {
        case Fixed(byte[] text) -> write(text);
        case Varying(Template template) -> write(vocabulary.text(template, module, length));
      }
    }
    if (length > limit) {
      length = start;
      return false;
    }
    return true;
  }

  private void write(byte[] text) {
    if (text.length > source.length - length) {
      source = Arrays.copyOf(source, length + text.length + MOST_RUN_BYTES);
    }
    System.arraycopy(text, 0, source, length, text.length);
    length += text.length;
  }

  private List<Piece> nextProgram() {
    if (turn == turns.length) {
      for (int i = turns.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swapped = turns[i];
        turns[i] = turns[j];
        turns[j] = swapped;
      }
      turn = 0;
    }
    return programs.get(turns[turn++]);
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
