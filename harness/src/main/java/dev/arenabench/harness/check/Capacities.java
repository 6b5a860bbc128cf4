package dev.arenabench.harness.check;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.CapacityAdvice;
import dev.arenabench.arena.tree.ArenaTree;
import dev.arenabench.arena.tree.ArenaTreeBuilder;
import dev.arenabench.arena.tree.TreeRoom;
import dev.arenabench.frontend.Parser;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;

/// Learns from files which capacity an arena needs for a source.
public final class Capacities {
  /// Room per source byte as the builder grants it without having seen a corpus.
  private static final double BUILT_IN_SLOPE = ArenaTreeBuilder.capacityBytes(1 << 20) / 0x1p20;

  private final DialectChoice choice;

  /// @param choice as what the files are read
  public Capacities(DialectChoice choice) {
    this.choice = choice;
  }

  /// Parses every file; those that are rejected are only counted.
  ///
  /// @param shares of the files for which a slope is wanted
  /// @throws IllegalArgumentException if no file is accepted that has any bytes, or a share is not
  ///   above 0 and up to 1
  public CapacityReport learn(List<Corpus.SourceFile> files, List<Double> shares) {
    CapacityAdvice trees = new CapacityAdvice(1, BUILT_IN_SLOPE);
    CapacityAdvice rooms = new CapacityAdvice(1, BUILT_IN_SLOPE);
    Parser parser = new Parser(new Interner());
    TreeRoom room = new TreeRoom();
    int rejected = 0;
    long sourceBytes = 0;
    long treeBytes = 0;
    try (Arena arena = Arena.create()) {
      ArenaTreeBuilder builder = new ArenaTreeBuilder(arena);
      for (Corpus.SourceFile file : files) {
        byte[] source = file.bytes();
        try {
          parser.parse(source, choice.of(file.name()), builder);
        } catch (SyntaxException e) {
          rejected++;
          continue;
        }
        ArenaTree tree = builder.tree();
        sourceBytes += source.length;
        treeBytes += tree.usedBytes();
        trees.observe(source.length, tree.usedBytes());
        rooms.observe(source.length, room.bytes(tree));
        arena.reset();
      }
    }
    if (rooms.statistics().count() == 0) {
      throw new IllegalArgumentException(
          "files=" + files.size() + ", rejected=" + rejected + ": there is nothing to learn from");
    }
    List<CapacityReport.Slope> slopes = new ArrayList<>();
    for (double share : shares) {
      slopes.add(new CapacityReport.Slope(share, rooms.slopeAt(share)));
    }
    return new CapacityReport(
        files.size() - rejected,
        rejected,
        sourceBytes,
        treeBytes,
        trees.statistics(),
        rooms.statistics(),
        slopes,
        CapacityAdvice.FIXED_BYTES,
        BUILT_IN_SLOPE);
  }
}
