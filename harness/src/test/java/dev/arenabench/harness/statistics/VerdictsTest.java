package dev.arenabench.harness.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsTest {
  /// What a duel's log ratio strays by on the machine this was designed on.
  private static final double DUEL_DEVIATION = 0.017;

  private static Judgement judge(double... y) {
    return Verdicts.judge(y, Margin.LEAST, Direction.LOWER_IS_BETTER, 1);
  }

  private static double[] spread(int units, double from, double to) {
    return DoubleStream.iterate(from, value -> value + (to - from) / (units - 1))
        .limit(units)
        .toArray();
  }

  private static void assertVerdict(Verdict verdict, Reason reason, Judgement judgement) {
    assertEquals(verdict, judgement.verdict());
    assertEquals(reason, judgement.reason());
  }

  @Test
  void judge_clearlyBelowAndAbove_isFasterAndSlower() {
    Judgement faster = judge(spread(8, -0.30, -0.20));
    assertVerdict(Verdict.FASTER, Reason.TESTED, faster);
    assertEquals(1 / 128.0, faster.pValue());
    assertEquals(1 / 128.0, faster.adjustedPValue());
    assertEquals(-0.25, faster.estimate().point(), 1e-12);
    assertEquals(Margin.LEAST, faster.margin());
    assertVerdict(Verdict.SLOWER, Reason.TESTED, judge(spread(8, 0.20, 0.30)));
  }

  @Test
  void judge_throughput_turnsTheVerdictAndNotTheEstimate() {
    Judgement judgement =
        Verdicts.judge(spread(8, 0.20, 0.30), Margin.LEAST, Direction.HIGHER_IS_BETTER, 1);
    assertVerdict(Verdict.FASTER, Reason.TESTED, judgement);
    assertEquals(0.25, judgement.estimate().point(), 1e-12);
  }

  @Test
  void judge_tightAboutNoDifference_isSame() {
    Judgement judgement = judge(spread(12, -0.004, 0.005));
    assertVerdict(Verdict.SAME, Reason.INTERVAL_WITHIN_MARGIN, judgement);
    assertTrue(judgement.equivalence().confidence() >= 0.9);
  }

  @Test
  void judge_smallButCertainDifference_isSame() {
    // All twelve above 0, so p = 1/2048; but nobody cares for half a per cent.
    Judgement judgement = judge(spread(12, 0.003, 0.006));
    assertVerdict(Verdict.SAME, Reason.INTERVAL_WITHIN_MARGIN, judgement);
    assertEquals(1 / 2048.0, judgement.pValue());
  }

  @Test
  void judge_fourUnits_isInconclusiveHoweverClear() {
    assertVerdict(Verdict.INCONCLUSIVE, Reason.TOO_FEW_UNITS, judge(spread(4, -0.9, -0.8)));
    assertVerdict(Verdict.INCONCLUSIVE, Reason.TOO_FEW_UNITS, judge(0.0));
  }

  @Test
  void judge_fiveToSevenUnits_restsOnEveryUnit() {
    assertVerdict(Verdict.FASTER, Reason.EVERY_UNIT_BEYOND_MARGIN, judge(spread(5, -0.9, -0.02)));
    assertVerdict(Verdict.SLOWER, Reason.EVERY_UNIT_BEYOND_MARGIN, judge(spread(7, 0.02, 0.9)));
    // One unit of seven inside the margin.
    assertVerdict(Verdict.INCONCLUSIVE, Reason.CHANCE_NOT_RULED_OUT, judge(spread(7, 0.009, 0.9)));
  }

  @Test
  void judge_estimateBeyondMarginButTestNot_isInconclusive() {
    assertVerdict(
        Verdict.INCONCLUSIVE,
        Reason.CHANCE_NOT_RULED_OUT,
        judge(-0.02, -0.03, 0.02, -0.05, -0.02, 0.03, -0.04, -0.03));
  }

  /// One unit far away: the mean's test is mute, though eleven of twelve units agree.
  @Test
  void judge_testAndIntervalDisagree_isInconclusive() {
    double[] y = spread(12, -0.03, -0.02);
    y[3] = 1;
    Judgement judgement = judge(y);
    assertTrue(judgement.estimate().excludesZero());
    assertVerdict(Verdict.INCONCLUSIVE, Reason.CHANCE_NOT_RULED_OUT, judgement);
  }

  /// Nine units a tenth above and three just below 0: the test is sure, the median's interval is
  /// not.
  @Test
  void judge_intervalHoldsNoDifference_isInconclusiveWhateverTheTestSays() {
    double[] y = spread(12, 0.10, 0.11);
    Arrays.fill(y, 0, 3, -0.001);
    Judgement judgement = judge(y);
    assertTrue(judgement.pValue() <= Verdicts.ROW_LEVEL);
    assertVerdict(Verdict.INCONCLUSIVE, Reason.CHANCE_NOT_RULED_OUT, judgement);
  }

  @Test
  void judge_differenceAtTheMargin_isInconclusive() {
    assertVerdict(Verdict.INCONCLUSIVE, Reason.NEAR_THE_MARGIN, judge(spread(12, 0.002, 0.017)));
  }

  @Test
  void judge_wideAboutNoDifference_isInconclusive() {
    assertVerdict(Verdict.INCONCLUSIVE, Reason.TOO_WIDE, judge(spread(12, -0.1, 0.1)));
  }

  @Test
  void judge_wideMargin_doesNotBuySame() {
    double[] y = spread(12, -0.04, 0.04);
    Margin wide = Margin.ofPercent(10);
    assertTrue(wide.holds(Estimates.median(y, 0.9)));
    Judgement judgement = Verdicts.judge(y, wide, Direction.LOWER_IS_BETTER, 1);
    assertVerdict(Verdict.INCONCLUSIVE, Reason.TOO_WIDE, judgement);
  }

  @Test
  void judge_emptyRow_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> judge());
  }

  @Test
  void judge_swappedSides_mirrorsEveryVerdict() {
    SplittableRandom random = new SplittableRandom(12);
    for (int round = 0; round < 500; round++) {
      double[] y =
          Noise.CONTAMINATED.sample(
              random.nextInt(1, 14), random.nextDouble(-0.05, 0.05), 0.02, random);
      Judgement one = judge(y);
      Judgement other = judge(Arrays.stream(y).map(value -> -value).toArray());
      Verdict mirrored =
          switch (one.verdict()) {
            case FASTER -> Verdict.SLOWER;
            case SLOWER -> Verdict.FASTER;
            case SAME -> Verdict.SAME;
            case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
          };
      assertVerdict(mirrored, one.reason(), other);
      assertEquals(one.estimate().inverse(), other.estimate());
    }
  }

  @Test
  void together_claimsOfEightUnits_standInSixRowsAndFallInSeven() {
    Judgement claim = judge(spread(8, -0.30, -0.20));
    for (Judgement judgement : Verdicts.together(Collections.nCopies(6, claim))) {
      assertVerdict(Verdict.FASTER, Reason.TESTED, judgement);
      assertEquals(6 / 128.0, judgement.adjustedPValue(), 1e-15);
    }
    for (Judgement judgement : Verdicts.together(Collections.nCopies(7, claim))) {
      assertVerdict(Verdict.INCONCLUSIVE, Reason.MANY_QUESTIONS, judgement);
      assertEquals(1 / 128.0, judgement.pValue());
    }
  }

  @Test
  void together_rowsThatTheTestDoesNotDecide_neitherCountNorChange() {
    Judgement byMargin = judge(spread(6, -0.30, -0.20));
    Judgement same = judge(spread(12, -0.004, 0.005));
    List<Judgement> rows = new ArrayList<>(Collections.nCopies(50, byMargin));
    rows.add(same);
    rows.add(judge(spread(8, -0.30, -0.20)));
    List<Judgement> together = Verdicts.together(rows);
    assertEquals(rows.subList(0, 50), together.subList(0, 50));
    assertVerdict(Verdict.SAME, Reason.INTERVAL_WITHIN_MARGIN, together.get(50));
    assertVerdict(Verdict.FASTER, Reason.TESTED, together.get(51));
    assertEquals(2 / 128.0, together.get(51).adjustedPValue());
  }

  @Test
  void noWorsePValue_testsBeyondTheMarginInTheBadDirection() {
    double[] worse = spread(8, 0.02, 0.03);
    double[] better = Arrays.stream(worse).map(value -> -value).toArray();
    Direction times = Direction.LOWER_IS_BETTER;
    Direction rates = Direction.HIGHER_IS_BETTER;
    assertEquals(1 / 256.0, Verdicts.noWorsePValue(worse, Margin.LEAST, times, 1));
    assertEquals(1 / 256.0, Verdicts.noWorsePValue(better, Margin.LEAST, rates, 1));
    assertEquals(1, Verdicts.noWorsePValue(better, Margin.LEAST, times, 1));
    // Worse for certain, but by less than the margin: nothing to block anybody for.
    double[] slightly = spread(8, 0.005, 0.009);
    assertTrue(Verdicts.noWorsePValue(slightly, Margin.LEAST, times, 1) > 0.9);
    double[] slightlyLess = Arrays.stream(slightly).map(value -> -value).toArray();
    assertTrue(Verdicts.noWorsePValue(slightlyLess, Margin.LEAST, rates, 1) > 0.9);
  }

  /// How often each verdict but «inconclusive» was given.
  private record Shares(double faster, double slower, double same) {
    static Shares of(int samples, int units, double shift, Noise noise, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] counts = new int[Verdict.values().length];
      for (int sample = 0; sample < samples; sample++) {
        Judgement judgement = judge(noise.sample(units, shift, DUEL_DEVIATION, random));
        counts[judgement.verdict().ordinal()]++;
      }
      return new Shares(
          (double) counts[Verdict.FASTER.ordinal()] / samples,
          (double) counts[Verdict.SLOWER.ordinal()] / samples,
          (double) counts[Verdict.SAME.ordinal()] / samples);
    }

    double claims() {
      return faster + slower;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "CONTAMINATED"})
  void judge_sameOnBothSidesTwelveUnits_raisesAtMostOneFalseAlarmInAHundred(Noise noise) {
    Shares shares = Shares.of(10_000, 12, 0, noise, 21);
    assertTrue(shares.claims() <= 0.01, shares::toString);
  }

  @Test
  void judge_sameOnBothSidesFewUnits_raisesAtMostOneFalseAlarmInAHundred() {
    for (int units = 1; units <= 8; units++) {
      Shares shares = Shares.of(10_000, units, 0, Noise.NORMAL, units);
      assertTrue(shares.claims() <= 0.01, "units=" + units + " " + shares);
    }
  }

  @Test
  void judge_threePerCentTwelveUnits_isFoundInNineteenOfTwenty() {
    Shares slower = Shares.of(5_000, 12, Math.log(1.03), Noise.NORMAL, 22);
    assertTrue(slower.slower() >= 0.95, slower::toString);
    assertEquals(0, slower.faster());
    assertEquals(0, slower.same());
    Shares faster = Shares.of(5_000, 12, -Math.log(1.03), Noise.NORMAL, 23);
    assertTrue(faster.faster() >= 0.95, faster::toString);
    assertEquals(0, faster.same());
  }

  @ParameterizedTest
  @EnumSource(Noise.class)
  void judge_threePerCentAnyNumberOfUnits_isNeverSame(Noise noise) {
    for (int units : new int[] {8, 12, 14}) {
      assertEquals(0, Shares.of(2_000, units, Math.log(1.03), noise, units).same());
    }
  }

  /// At the zone's very edge the two one-sided tests may err one time in twenty.
  @Test
  void judge_differenceOfExactlyTheMargin_isSameAtMostOneTimeInTwenty() {
    SplittableRandom random = new SplittableRandom(24);
    int samples = 5_000;
    int same = 0;
    for (int sample = 0; sample < samples; sample++) {
      // Quiet enough that the interval is much narrower than the zone.
      double[] y = Noise.NORMAL.sample(11, Margin.LEAST.delta(), 0.002, random);
      if (judge(y).verdict() == Verdict.SAME) {
        same++;
      }
    }
    assertTrue(same <= 0.05 * samples, "same=" + same);
    assertTrue(same > 0, "the edge is never reached");
  }

  /// With the margin that a fence of 24 A/A units gives, both sides of the bargain still hold.
  @Test
  void judge_marginFromANoiseFence_keepsFalseAlarmsAndFindsFivePerCent() {
    SplittableRandom random = new SplittableRandom(25);
    int samples = 3_000;
    int alarms = 0;
    int found = 0;
    for (int sample = 0; sample < samples; sample++) {
      Margin margin =
          NoiseFence.of(Noise.NORMAL.sample(24, 0, DUEL_DEVIATION, random)).marginFor(12);
      double[] same = Noise.NORMAL.sample(12, 0, DUEL_DEVIATION, random);
      double[] slower = Noise.NORMAL.sample(12, Math.log(1.05), DUEL_DEVIATION, random);
      Direction times = Direction.LOWER_IS_BETTER;
      Verdict verdict = Verdicts.judge(same, margin, times, 1).verdict();
      if (verdict == Verdict.FASTER || verdict == Verdict.SLOWER) {
        alarms++;
      }
      if (Verdicts.judge(slower, margin, times, 1).verdict() == Verdict.SLOWER) {
        found++;
      }
    }
    assertTrue(alarms <= 0.005 * samples, "alarms=" + alarms);
    assertTrue(found >= 0.99 * samples, "found=" + found);
  }

  @Test
  void constructor_adjustmentBelowThePValue_isRefused() {
    Judgement row = judge(spread(8, -0.30, -0.20));
    assertEquals(
        "not a p value and its adjustment: pValue=0.2, adjustedPValue=0.1",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Judgement(
                        row.verdict(),
                        row.reason(),
                        row.estimate(),
                        row.equivalence(),
                        0.2,
                        0.1,
                        row.margin()))
            .getMessage());
  }
}
