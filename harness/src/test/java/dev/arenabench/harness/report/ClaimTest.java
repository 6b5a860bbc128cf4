package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.Records;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.UnitRecord;
import dev.arenabench.harness.report.Claim.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Row PARSE = Records.row("parse", "arena", "heap", Instrument.DUEL);

  private static Answer parse(double ratio) {
    List<UnitRecord> units = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      units.add(Records.duel(PARSE, i, new double[] {100 + 0.1 * (i - 4), 100 * ratio}));
    }
    return claim(Outcome.of(Records.run(PARSE), units, List.of()), "Parse").ours().getFirst();
  }

  private static Claim claim(Outcome outcome, String metric) {
    return Claim.of(outcome).stream()
        .filter(claim -> claim.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static Answer allocations(@Nullable Double heap, @Nullable Double arena) {
    List<ProbeRecord> probes =
        List.of(
            probe("heap", "objects-per-tree-c1", 7.0),
            probe("arena", "objects-per-tree-c1", 7.0),
            probe("heap", "objects-per-tree-c2", heap),
            probe("arena", "objects-per-tree-c2", arena));
    return claim(Outcome.of(Records.run(), List.of(), probes), "Allocations").ours().getFirst();
  }

  private static ProbeRecord probe(String contender, String measure, @Nullable Double value) {
    return new ProbeRecord(
        "allocations",
        measure,
        contender,
        "shipped",
        value,
        "objects",
        Map.of(),
        value == null ? "no recorder" : null);
  }

  @Test
  void of_parse_heldAgainstTheClaim() {
    assertEquals("gain, smaller than claimed", parse(1.1).verdict());
    assertEquals("gain as claimed", parse(1.17).verdict());
    assertEquals("gain, larger than claimed", parse(1.3).verdict());
    assertEquals("no gain", parse(1.0001).verdict());
    assertEquals("a loss", parse(0.8).verdict());
    assertEquals(Tone.WORSE, parse(0.8).tone());
  }

  @Test
  void of_parseWithTooFewUnits_saysSo() {
    List<UnitRecord> units = List.of(Records.duel(PARSE, 0, new double[] {1, 2}));
    Answer answer =
        claim(Outcome.of(Records.run(PARSE), units, List.of()), "Parse").ours().getFirst();
    assertEquals("too few forks", answer.verdict());
    assertEquals("too few forks for a verdict (1 of at least 5)", answer.verdictInFull());
    assertEquals("2.0×", answer.figure());
  }

  @Test
  void of_allocations_countsOfC2() {
    assertEquals(
        new Answer("", "100 → 0 objects per tree", "gain, larger than claimed", Tone.BETTER),
        allocations(100.0, 0.0));
    assertEquals(
        new Answer(
            "", "100 → 50 objects per tree, 2.00×", "gain, smaller than claimed", Tone.BETTER),
        allocations(100.0, 50.0));
    assertEquals("no gain", allocations(5.0, 5.0).verdict());
    assertEquals("a loss", allocations(5.0, 6.0).verdict());
  }

  @Test
  void of_probeThatFailed_notMeasuredWithReason() {
    assertEquals(
        new Answer("", "not measured", "arena: no recorder", Tone.MISSING), allocations(5.0, null));
  }

  @Test
  void of_emptyRun_everyClaimNotMeasuredWithReason() {
    List<Claim> claims = Claim.of(Outcome.of(Records.run(), List.of(), List.of()));
    assertEquals(6, claims.size());
    for (Claim claim : claims) {
      assertEquals("not measured", claim.ours().getFirst().figure());
      assertEquals(1, claim.ours().size());
    }
    assertEquals(
        "this run has no parse row of arena against heap",
        claims.getFirst().ours().getFirst().verdict());
    assertEquals("this run has no probe «cache»", claims.getLast().ours().getFirst().verdict());
  }
}
