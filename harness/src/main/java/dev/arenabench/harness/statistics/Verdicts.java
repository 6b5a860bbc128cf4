package dev.arenabench.harness.statistics;

import java.util.ArrayList;
import java.util.List;

/// Faster, slower, same or inconclusive: the decision over a row's log ratios.
public final class Verdicts {
  /*
   * With margin d, median m, and «ahead» the side on which the contender is better:
   *
   *   faster, slower   the sign-flip test rejects «no difference» at 1 %,
   *     (n >= 8)       and the 95 % interval of the median lies on one side of 0,
   *                    and m is on that side beyond d.
   *   faster, slower   every unit lies on one side beyond d.
   *     (5 <= n <= 7)
   *   same             the 90 % interval of the median lies within -d .. +d.
   *     (n >= 5)
   *   inconclusive     everything else.
   *
   * Faster and slower. A difference must be real and must matter; these are two questions. Real: the
   * test bounds false alarms at 1 % a row exactly, by the design of the experiment (SignFlip). The
   * interval must agree, because the test looks at the mean, and the reader is shown the median.
   * Matter: the estimate, not the whole interval, must pass d. Asking the interval to clear d would
   * test «larger than d» and need four times the units for a difference of 2 d, of which the reader
   * has no use: he sees the interval. The gate, which blocks people, does ask that: noWorsePValue.
   *
   * Few units. n units cannot give a two-sided p below 2^(1-n), so from 5 to 7 the test is mute at
   * 1 %, and the margin has to speak alone: every unit beyond it on one side. By chance that is
   * 2 P(y > d)^n, at most 2^(1-n) (6 % for five) however wild the noise, and 0.3 % for five units
   * when d is 0.6 standard deviations (1 % in duels of 1.7 %). With fewer than five, neither this nor
   * a 90 % interval says anything, and no verdict is given.
   *
   * Same. An interval that leaves 5 % on either side and lies inside the zone rejects both «slower by
   * e or more» and «faster by e or more» at 5 %: two one-sided tests. It is found only by precision,
   * never by lack of units, and excludes faster and slower because it holds m. d grows with the
   * row's noise, which is right for a claim of difference and wrong for one of sameness: the zone of
   * «same» ends at 2 % (Margin.WIDEST_FOR_SAME), so a bad machine is inconclusive, not green.
   *
   * Inconclusive is the honest remainder, and common in short plans: «no difference found» is not
   * «no difference». The reason says what is missing; RequiredUnits says how many units it takes.
   *
   * Many rows. Each of k rows may raise a false alarm, so the claims of a table are made together:
   * Holm at 5 % over the rows that the test decides. Which rows those are depends on their number of
   * units alone, not on the data. A smallest p of 2^(1-n) means that 8 units carry six rows, 12 carry
   * a hundred. What the margin alone decides is outside: no p value is small enough to be adjusted,
   * and what guards a claim on five units is a second look with fresh ones.
   *
   * D. J. Schuirmann, A comparison of the two one-sided tests procedure and the power approach, J.
   *   Pharmacokinet. Biopharm. 15(6), 1987.
   * T. Kalibera and R. Jones, Rigorous Benchmarking in Reasonable Time, ISMM 2013 (effect size with
   *   interval rather than a bare test).
   */

  /// The least number of units for any verdict but «inconclusive».
  public static final int LEAST_UNITS = 5;

  /// From this number of units the randomisation test decides.
  public static final int TESTED_UNITS = 8;

  /// The false alarms that a single row may raise.
  public static final double ROW_LEVEL = 0.01;

  /// The chance of one false alarm or more among rows judged together.
  public static final double FAMILY_LEVEL = 0.05;

  private static final double INTERVAL_CONFIDENCE = 0.95;
  private static final double EQUIVALENCE_CONFIDENCE = 0.90;

  private Verdicts() {}

  /// The verdict over one row.
  ///
  /// @param y one log ratio per unit, as measured
  /// @param seed as for [SignFlip#pValue]
  /// @throws IllegalArgumentException if `y` is empty or holds a value that is not finite
  public static Judgement judge(double[] y, Margin margin, Direction direction, long seed) {
    Samples.require(y, 1, "y");
    Estimate estimate = Estimates.median(y, INTERVAL_CONFIDENCE);
    Estimate equivalence = Estimates.median(y, EQUIVALENCE_CONFIDENCE);
    double pValue = SignFlip.pValue(y, 0, Tail.TWO_SIDED, seed);
    Reason reason = reason(y, margin, estimate, equivalence, pValue);
    boolean ahead =
        switch (direction) {
          case LOWER_IS_BETTER -> estimate.point() < 0;
          case HIGHER_IS_BETTER -> estimate.point() > 0;
        };
    Verdict verdict =
        switch (reason) {
          case TESTED, EVERY_UNIT_BEYOND_MARGIN -> ahead ? Verdict.FASTER : Verdict.SLOWER;
          case INTERVAL_WITHIN_MARGIN -> Verdict.SAME;
          case TOO_FEW_UNITS, CHANCE_NOT_RULED_OUT, MANY_QUESTIONS, NEAR_THE_MARGIN, TOO_WIDE ->
              Verdict.INCONCLUSIVE;
        };
    return new Judgement(verdict, reason, estimate, equivalence, pValue, pValue, margin);
  }

  /// The rows of one table judged together: [Holm]'s adjustment over those that the test decides. A
  /// claim that does not stand among so many becomes [Reason#MANY_QUESTIONS]. In the order given.
  public static List<Judgement> together(List<Judgement> rows) {
    int[] tested = new int[rows.size()];
    int testedCount = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).estimate().units() >= TESTED_UNITS) {
        tested[testedCount++] = row;
      }
    }
    double[] p = new double[testedCount];
    for (int i = 0; i < testedCount; i++) {
      p[i] = rows.get(tested[i]).pValue();
    }
    double[] adjusted = Holm.adjust(p);
    List<Judgement> judged = new ArrayList<>(rows);
    for (int i = 0; i < testedCount; i++) {
      judged.set(tested[i], rows.get(tested[i]).among(adjusted[i]));
    }
    return List.copyOf(judged);
  }

  /// The p value of «the contender is worse by the margin at most»: small where it is worse by
  /// more. This is what a gate must reject, twice and with fresh units, before it blocks anything.
  public static double noWorsePValue(double[] y, Margin margin, Direction direction, long seed) {
    return switch (direction) {
      case LOWER_IS_BETTER -> SignFlip.pValue(y, margin.delta(), Tail.GREATER, seed);
      case HIGHER_IS_BETTER -> SignFlip.pValue(y, -margin.delta(), Tail.LESS, seed);
    };
  }

  private static Reason reason(
      double[] y, Margin margin, Estimate estimate, Estimate equivalence, double pValue) {
    if (y.length < LEAST_UNITS) {
      return Reason.TOO_FEW_UNITS;
    }
    if (margin.forSame().holds(equivalence)) {
      return Reason.INTERVAL_WITHIN_MARGIN;
    }
    if (Math.abs(estimate.point()) > margin.delta()) {
      if (y.length < TESTED_UNITS) {
        return margin.isPassedByAll(y)
            ? Reason.EVERY_UNIT_BEYOND_MARGIN
            : Reason.CHANCE_NOT_RULED_OUT;
      }
      return pValue <= ROW_LEVEL && estimate.excludesZero()
          ? Reason.TESTED
          : Reason.CHANCE_NOT_RULED_OUT;
    }
    return estimate.excludesZero() ? Reason.NEAR_THE_MARGIN : Reason.TOO_WIDE;
  }
}
