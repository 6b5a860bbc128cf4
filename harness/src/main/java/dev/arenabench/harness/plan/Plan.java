package dev.arenabench.harness.plan;

import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Everything that a run will do, in order.
///
/// **Interleaving.** A machine drifts over minutes: other tenants come, caches and clocks change.
/// If all units of a row ran one after another, the drift would become a difference between rows.
/// So the run is cut into as many equal strata as the row has units, and each unit gets a random
/// place in its own stratum.
///
/// **Order within a unit.** Of each two successive units of a row one starts with the subject and
/// one with the baseline; chance decides which.
///
/// @param rows in the order in which they are shown
/// @param units in the order in which they run
public record Plan(Preset preset, long seed, List<PlannedRow> rows, List<PlannedUnit> units) {
  public Plan {
    rows = List.copyOf(rows);
    units = List.copyOf(units);
  }

  /// The plan of a preset over corpora.
  public static Plan of(Preset preset, long seed, List<String> corpora) {
    List<PlannedRow> rows = new ArrayList<>();
    for (String corpus : corpora) {
      rows.addAll(preset.rows(corpus, rows.isEmpty()));
    }
    return ofRows(preset, seed, rows);
  }

  /// A plan of given rows.
  ///
  /// @throws IllegalArgumentException if there is no row, or a row twice
  public static Plan ofRows(Preset preset, long seed, List<PlannedRow> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows=0, preset=" + preset.id());
    }
    long distinct = rows.stream().map(planned -> planned.row().id()).distinct().count();
    if (distinct != rows.size()) {
      throw new IllegalArgumentException("rows=" + rows.size() + ", distinct=" + distinct);
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Draft> drafts = new ArrayList<>();
    for (PlannedRow planned : rows) {
      drafts.addAll(drafts(planned, random));
    }
    drafts.sort(Comparator.comparingDouble(Draft::place));
    List<PlannedUnit> units = new ArrayList<>();
    for (Draft draft : drafts) {
      units.add(new PlannedUnit(units.size(), draft.row, draft.index, draft.seed, draft.order()));
    }
    return new Plan(preset, seed, rows, units);
  }

  private static List<Draft> drafts(PlannedRow planned, SplittableRandom random) {
    List<Draft> drafts = new ArrayList<>();
    boolean subjectFirst = false;
    for (int index = 0; index < planned.units(); index++) {
      subjectFirst = index % 2 == 0 ? random.nextBoolean() : !subjectFirst;
      double place = (index + random.nextDouble()) / planned.units();
      drafts.add(new Draft(planned.row(), index, place, random.nextLong(), subjectFirst));
    }
    return drafts;
  }

  private record Draft(Row row, int index, double place, long seed, boolean subjectFirst) {
    String order() {
      if (row.instrument() == Instrument.DUEL) {
        return subjectFirst ? "ABBA" : "BAAB";
      }
      return subjectFirst ? "AB" : "BA";
    }
  }

  /// How many units each row gets, by [Row#id], in the order of the rows.
  public Map<String, Integer> unitsPerRow() {
    Map<String, Integer> units = new LinkedHashMap<>();
    for (PlannedRow planned : rows) {
      units.put(planned.row().id(), planned.units());
    }
    return units;
  }
}
