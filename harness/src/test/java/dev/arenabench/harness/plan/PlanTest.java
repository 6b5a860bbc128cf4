package dev.arenabench.harness.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {
  private static final Row ROW =
      new Row("parse", "parse", "arena", "heap", "shipped", Instrument.DUEL);

  @ParameterizedTest
  @EnumSource
  void of_sameSeed_isTheSamePlan(Preset preset) {
    List<String> corpora = preset.corpora();

    assertEquals(Plan.of(preset, 7, corpora), Plan.of(preset, 7, corpora));
    assertNotEquals(Plan.of(preset, 7, corpora).units(), Plan.of(preset, 8, corpora).units());
  }

  @ParameterizedTest
  @EnumSource
  void of_anyPreset_hasEveryUnitOnce(Preset preset) {
    Plan plan = Plan.of(preset, 1, preset.corpora());

    Map<String, List<Integer>> indices = new LinkedHashMap<>();
    for (int i = 0; i < plan.units().size(); i++) {
      PlannedUnit unit = plan.units().get(i);
      assertEquals(i, unit.position());
      indices.computeIfAbsent(unit.row().id(), any -> new ArrayList<>()).add(unit.index());
    }
    assertEquals(plan.unitsPerRow().keySet(), Map.copyOf(indices).keySet());
    plan.unitsPerRow()
        .forEach(
            (row, units) -> {
              List<Integer> inOrder = new ArrayList<>();
              for (int i = 0; i < units; i++) {
                inOrder.add(i);
              }
              assertEquals(inOrder, indices.get(row), row);
            });
  }

  @Test
  void of_rowsOfEqualCount_areInterleaved() {
    Plan plan = Plan.of(Preset.QUICK, 3, List.of("shipped"));
    int total = plan.units().size();

    for (PlannedRow planned : plan.rows()) {
      List<Integer> positions =
          plan.units().stream()
              .filter(unit -> unit.row().equals(planned.row()))
              .map(PlannedUnit::position)
              .toList();
      for (int index = 0; index < positions.size(); index++) {
        // Each unit lies in its own stratum, give or take what the others' places add.
        double middle = (index + 0.5) / planned.units() * total;
        double width = (double) total / planned.units();
        assertTrue(
            Math.abs(positions.get(index) - middle) < 0.75 * width,
            planned.row().id() + " " + positions);
      }
    }
  }

  @Test
  void of_successiveUnits_startWithEitherSideOnce() {
    Plan plan = Plan.ofRows(Preset.FULL, 5, List.of(new PlannedRow(ROW, 40)));

    int subjectFirst = 0;
    for (int i = 0; i < 40; i += 2) {
      String order = plan.units().get(i).order();
      assertNotEquals(order, plan.units().get(i + 1).order());
      subjectFirst += order.equals("ABBA") ? 1 : 0;
    }
    assertTrue(subjectFirst > 0 && subjectFirst < 20, "subjectFirst=" + subjectFirst);
  }

  @Test
  void of_solo_hasOrdersOfPairs() {
    Row solo = new Row("parse", "parse", "arena", "heap", "shipped", Instrument.SOLO);
    Plan plan = Plan.ofRows(Preset.QUICK, 5, List.of(new PlannedRow(solo, 2)));

    assertEquals(
        List.of("AB", "BA"), plan.units().stream().map(PlannedUnit::order).sorted().toList());
  }

  @Test
  void of_severalCorpora_asksEachRowOfEach() {
    Plan one = Plan.of(Preset.FULL, 1, List.of("a"));
    Plan two = Plan.of(Preset.FULL, 1, List.of("a", "b"));
    int ofTheFirstOnly =
        one.rows().stream()
            .filter(planned -> isOfTheFirstOnly(planned.row()))
            .mapToInt(PlannedRow::units)
            .sum();

    assertTrue(ofTheFirstOnly > 0);
    assertEquals(2 * one.units().size() - ofTheFirstOnly, two.units().size());
  }

  private static boolean isOfTheFirstOnly(Row row) {
    return !TightHeap.isFor(row)
        && (List.of("allocate", "batch").contains(row.suite())
            || List.of("arena-growing", "arena-native", "arena-pooled", "arena-tiered")
                .contains(row.subject()));
  }

  @Test
  void probed_shortPresets_areThoseOfEveryCorpus() {
    Set<String> usual =
        Set.of("heap", "heap-careless", "arena", "arena-fresh", "lexer", "byte-sum", "empty");
    assertEquals(usual, Preset.SMOKE.probed(List.of()));
    assertEquals(usual, Preset.QUICK.probed(List.of()));
    Set<String> all = Preset.FULL.probed(List.of());
    assertTrue(all.containsAll(usual));
    assertTrue(all.containsAll(Set.of("arena-growing", "arena-native", "arena-tiered")));
    Row asked = new Row("parse", "parse", "arena-native", "arena", "shipped", Instrument.DUEL);
    Set<String> more = Preset.QUICK.probed(List.of(new PlannedRow(asked, 1)));
    assertTrue(more.contains("arena-native"));
    assertEquals(usual.size() + 1, more.size());
  }

  @Test
  void rows_full_holdEachMemoryAgainstTheOther() {
    List<String> ids =
        Plan.of(Preset.FULL, 1, List.of("shipped")).rows().stream()
            .map(planned -> planned.row().id())
            .toList();
    assertTrue(
        ids.containsAll(
            List.of(
                "parse/parse arena-native:arena shipped duel",
                "parse/parse arena-native:heap shipped duel",
                "build/build arena-native:heap shipped duel",
                "parse/parse arena-growing:heap shipped duel",
                "build/build arena-growing:heap shipped duel",
                "parse/parse arena-tiered:heap shipped duel",
                "build/build arena-tiered:heap shipped duel")),
        ids::toString);
  }

  @Test
  void of_full_scalesOverThreadsOnce() {
    List<String> batches =
        Plan.of(Preset.FULL, 1, List.of("a", "b")).rows().stream()
            .map(planned -> planned.row())
            .filter(row -> row.suite().equals("batch"))
            .map(Row::id)
            .toList();

    assertEquals(
        List.of(
            "batch/all arena:heap a solo",
            "batch/all arena-pooled:heap a solo",
            "batch/heap all:threads-1 a solo",
            "batch/arena all:threads-1 a solo",
            "batch/arena-pooled all:threads-1 a solo"),
        batches);
  }

  @Test
  void of_fullAndItsCorpora_keepsTreesOfTheLargestOnly() {
    Plan plan = Plan.of(Preset.FULL, 1, Preset.FULL.corpora());
    List<String> kept =
        plan.rows().stream()
            .map(planned -> planned.row())
            .filter(TightHeap::isFor)
            .map(Row::id)
            .toList();
    List<String> ofLargest =
        plan.rows().stream()
            .map(planned -> planned.row())
            .filter(row -> row.corpus().equals("lua-10m"))
            .map(Row::id)
            .toList();

    assertEquals(kept, ofLargest);
    for (Collector collector : Collector.values()) {
      for (String suite : List.of("retain", "collect")) {
        String row = suite + "/" + collector.id() + " arena:heap lua-10m solo";
        assertTrue(kept.contains(row), row);
      }
    }
  }

  @Test
  void of_fullAndAnotherCorpus_keepsItsTreesToo() {
    Plan plan = Plan.of(Preset.FULL, 1, List.of("mine"));

    assertTrue(
        plan.unitsPerRow().containsKey("retain/zgc arena:heap mine solo"), plan.rows().toString());
    assertTrue(plan.unitsPerRow().containsKey("parse/parse arena:heap mine duel"));
  }

  @Test
  void of_quickAndSeveralCorpora_asksTheCoreOfFurtherOnes() {
    Plan one = Plan.of(Preset.QUICK, 1, List.of("a"));
    Plan two = Plan.of(Preset.QUICK, 1, List.of("a", "b"));

    assertEquals(one.rows(), two.rows().subList(0, one.rows().size()));
    assertEquals(
        List.of("parse/parse arena:heap b duel", "traverse/count-fresh arena:heap b duel"),
        two.rows().stream().skip(one.rows().size()).map(planned -> planned.row().id()).toList());
    // So that there is a mean over both.
    for (PlannedRow planned : two.rows().subList(one.rows().size(), two.rows().size())) {
      Row row = planned.row();
      Row first =
          new Row(row.suite(), row.measure(), row.subject(), row.baseline(), "a", row.instrument());
      assertTrue(one.rows().stream().anyMatch(of -> of.row().equals(first)), row.id());
    }
  }

  /// What a fork took on two cores when this was decided: 4.0 s for a duel of these rows, 3.8 s
  /// alone; and the probes of a corpus 55 s.
  @Test
  void of_quickAndItsCorpora_isOverInSixMinutes() {
    Plan plan = Plan.of(Preset.QUICK, 1, Preset.QUICK.corpora());
    double seconds = 55.0 * Preset.QUICK.corpora().size();
    for (PlannedUnit unit : plan.units()) {
      seconds += unit.row().instrument() == Instrument.DUEL ? 4.0 : 2 * 3.8;
    }

    assertEquals(List.of("shipped", "shipped-typed"), Preset.QUICK.corpora());
    assertTrue(seconds <= 360, "seconds=" + seconds);
  }

  @Test
  void ofRows_rowTwice_isRefused() {
    PlannedRow row = new PlannedRow(ROW, 1);

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Plan.ofRows(Preset.SMOKE, 1, List.of(row, new PlannedRow(ROW, 2))));

    assertEquals("rows=2, distinct=1", thrown.getMessage());
  }

  @Test
  void ofRows_none_isRefused() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Plan.ofRows(Preset.SMOKE, 1, List.of()));

    assertEquals("rows=0, preset=smoke", thrown.getMessage());
  }

  @Test
  void rows_smoke_areAllThatFullAsksOfAnyCorpus() {
    assertEquals(
        Plan.of(Preset.FULL, 1, List.of("shipped", "shipped-typed")).rows().stream()
            .map(PlannedRow::row)
            .filter(row -> row.corpus().equals("shipped-typed"))
            .toList(),
        Plan.of(Preset.SMOKE, 1, List.of("shipped-typed")).rows().stream()
            .map(PlannedRow::row)
            .toList());
  }

  @Test
  void rows_quick_areAmongThoseOfFull() {
    List<Row> all =
        Plan.of(Preset.FULL, 1, List.of("shipped")).rows().stream().map(PlannedRow::row).toList();

    for (PlannedRow planned : Plan.of(Preset.QUICK, 1, List.of("shipped")).rows()) {
      assertTrue(all.contains(planned.row()), planned.row().id());
    }
  }

  @Test
  void peers_everyPreset_isADuelWithPatienceAndShortTurns() {
    for (Preset preset : Preset.values()) {
      PlannedRow peers = preset.peers(Peer.LUAJ, "arena", "shipped");
      Row parse = new Row("parse", "parse", "arena", "heap", "shipped", Instrument.DUEL);

      assertEquals("peers/parse arena:luaj shipped duel", peers.row().id());
      assertEquals(
          preset.timing(parse).timeoutSeconds() * 4, preset.timing(peers.row()).timeoutSeconds());
      assertTrue(preset.timing(peers.row()).turnMillis() <= preset.timing(parse).turnMillis() / 4);
      assertTrue(preset.jvmFlags(peers.row()).contains("-Xmx2g"));
      assertTrue(preset.jvmFlags(peers.row()).contains("-XX:+UseG1GC"));
    }
    assertEquals(6, Preset.QUICK.peers(Peer.REFERENCE, "heap", "lua-1m").units());
  }

  @Test
  void preset_unknownName_saysWhichThereAre() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Preset.of("fast"));

    assertEquals("preset=fast: use smoke, quick or full", thrown.getMessage());
    assertEquals(Preset.QUICK, Preset.of("quick"));
  }

  @Test
  void timing_release_isOfTheSameLengthInFewerIterations() {
    Row release = new Row("release", "release", "arena", "heap", "shipped", Instrument.SOLO);
    for (Preset preset : Preset.values()) {
      Timing usual = preset.timing(ROW);
      Timing longer = preset.timing(release);

      assertEquals(4 * usual.iterationMillis(), longer.iterationMillis());
      assertEquals(Math.max(1, usual.iterations() / 4), longer.iterations());
      assertTrue(preset.jvmFlags(release).contains("-Xmn128m"));
      assertTrue(preset.jvmFlags(release).containsAll(preset.jvmFlags(ROW)));
    }
  }

  @Test
  void timing_keptTrees_areAsManyIterationsOfTwiceTheLength() {
    Row retain = new Row("retain", "g1", "arena", "heap", "shipped", Instrument.SOLO);
    for (Preset preset : Preset.values()) {
      Timing usual = preset.timing(ROW);
      Timing longer = preset.timing(retain);

      assertEquals(2 * usual.iterationMillis(), longer.iterationMillis());
      assertEquals(usual.iterations(), longer.iterations());
      assertEquals(usual.warmupIterations(), longer.warmupIterations());
    }
  }
}
