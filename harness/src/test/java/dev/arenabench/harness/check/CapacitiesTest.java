package dev.arenabench.harness.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.arena.Arena;
import dev.arenabench.arena.CapacityAdvice;
import dev.arenabench.arena.tree.ArenaTreeBuilder;
import dev.arenabench.frontend.Parser;
import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.SyntaxException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapacitiesTest {
  private static final List<Double> SHARES = List.of(0.5, 0.9, 1.0);

  @ParameterizedTest
  @EnumSource
  void learn_shippedPrograms_wantedShareIsBuiltInOneSlab(Dialect dialect) throws SyntaxException {
    List<Corpus.SourceFile> files = Corpus.shipped(dialect).files();
    CapacityReport report = new Capacities(DialectChoice.AUTO).learn(files, SHARES);

    assertEquals(files.size(), report.files());
    assertEquals(0, report.rejected());
    for (CapacityReport.Slope slope : report.slopes()) {
      int fitting = 0;
      for (Corpus.SourceFile file : files) {
        byte[] source = file.bytes();
        long words =
            (long)
                Math.ceil(
                    (report.fixedBytes() + slope.bytesPerSourceByte() * source.length)
                        / Long.BYTES);
        try (Arena arena = Arena.withCapacity(words * Long.BYTES)) {
          ArenaTreeBuilder builder = ArenaTreeBuilder.growing(arena);
          new Parser(new Interner()).parse(source, DialectChoice.AUTO.of(file.name()), builder);
          builder.tree();
          fitting += arena.capacityBytes() == words * Long.BYTES ? 1 : 0;
        }
      }
      assertTrue(fitting >= slope.share() * files.size(), slope + ", fitting=" + fitting);
    }
  }

  @Test
  void learn_shippedPrograms_figuresGoTogether() {
    CapacityReport report =
        new Capacities(DialectChoice.AUTO).learn(Corpus.shipped(Dialect.LUA_5_4).files(), SHARES);
    CapacityAdvice.Statistics tree = report.tree();
    CapacityAdvice.Statistics room = report.room();

    assertEquals(report.files(), tree.count());
    assertTrue(tree.least() <= tree.mean() && tree.mean() <= tree.greatest());
    assertTrue(tree.mean() < room.mean());
    double overall = (double) report.treeBytes() / report.sourceBytes();
    assertTrue(tree.least() <= overall && overall <= tree.greatest());
    assertEquals(1.6, report.builtInSlope(), 0.01);
  }
}
