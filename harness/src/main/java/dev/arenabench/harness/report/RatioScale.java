package dev.arenabench.harness.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A logarithmic axis for ratios: where it ends, and which ratios are marked.
///
/// @param min natural logarithm of the ratio at the lower end
/// @param max natural logarithm of the ratio at the upper end
record RatioScale(double min, double max) {
  /// Below this span (a factor of 3) even steps look right, above it steps that grow.
  private static final double LINEAR_SPAN = Math.log(3);

  /// Ratios of a decade to mark, the closest set first.
  private static final double[][] DECADES = {
    {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}, {1, 1.5, 2, 3, 5, 7}, {1, 2, 3, 5}, {1, 2, 5}, {1, 3}, {1}
  };

  /// Significant digits of even steps.
  private static final double[] STEPS = {1, 2, 5};

  private static final int LEAST_EXPONENT = -3;
  private static final int MOST_DECADES = 12;
  private static final int MOST_DECIMALS = 3;
  private static final double ROUNDING = 1e-9;

  RatioScale {
    if (!(min < max)) {
      throw new IllegalArgumentException("min=%s, max=%s".formatted(min, max));
    }
  }

  /// The scale that holds all these logarithms and 0, with some room at its ends.
  static RatioScale around(double[] logs, double leastSpan) {
    double low = Math.min(0, Arrays.stream(logs).min().orElse(0));
    double high = Math.max(0, Arrays.stream(logs).max().orElse(0));
    double room = 0.06 * Math.max(leastSpan, high - low);
    double lacking = Math.max(0, leastSpan - (high - low)) / 2;
    return new RatioScale(low - room - lacking, high + room + lacking);
  }

  /// The ratios to mark, in ascending order: as many round ones as there are with neighbours at
  /// least `share` of the axis apart. 1 is among them wherever it is on the axis.
  List<Double> marks(double share) {
    double gap = share * (max - min);
    List<Double> marks = List.of();
    if (max - min < LINEAR_SPAN) {
      for (int exponent = LEAST_EXPONENT; exponent < MOST_DECADES; exponent++) {
        for (double step : STEPS) {
          marks = multiples(step, exponent);
          if (leastGap(marks) >= gap) {
            return marks;
          }
        }
      }
    } else {
      for (double[] decade : DECADES) {
        marks = inEveryDecade(decade);
        if (leastGap(marks) >= gap) {
          return marks;
        }
      }
    }
    return marks;
  }

  /// Multiples of `step` · 10^`exponent` on the axis. A step that 1 is no multiple of gives none.
  private List<Double> multiples(double step, int exponent) {
    List<Double> marks = new ArrayList<>();
    double unit = step * Math.pow(10, exponent);
    long first = (long) Math.ceil(Math.exp(min) / unit - ROUNDING);
    long last = (long) Math.floor(Math.exp(max) / unit + ROUNDING);
    for (long i = Math.max(1, first); i <= last; i++) {
      // Not i * unit: a tenth is no sum of halves, and 3 * 0.1 is not 0.3.
      marks.add(exponent < 0 ? i * step / Math.pow(10, -exponent) : i * unit);
    }
    return marks;
  }

  private List<Double> inEveryDecade(double[] decade) {
    List<Double> marks = new ArrayList<>();
    for (int exponent = -MOST_DECADES; exponent <= MOST_DECADES; exponent++) {
      for (double mark : decade) {
        double ratio =
            exponent < 0 ? mark / Math.pow(10, -exponent) : mark * Math.pow(10, exponent);
        if (Math.log(ratio) >= min && Math.log(ratio) <= max) {
          marks.add(ratio);
        }
      }
    }
    return marks;
  }

  private static double leastGap(List<Double> ratios) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ratios.size(); i++) {
      least = Math.min(least, Math.log(ratios.get(i) / ratios.get(i - 1)));
    }
    return least;
  }

  /// `0.85×`, `1×`, `2,000×`
  static String label(double ratio) {
    return Figures.number(ratio, decimals(ratio)) + "×";
  }

  /// The same with as many decimals as the longest of them takes: `0.98×`, `1.00×`.
  static List<String> alignedLabels(List<Double> ratios) {
    int decimals = ratios.stream().mapToInt(RatioScale::decimals).max().orElse(0);
    return ratios.stream().map(ratio -> Figures.number(ratio, decimals) + "×").toList();
  }

  private static int decimals(double ratio) {
    int decimals = 0;
    double scale = 1;
    while (decimals < MOST_DECIMALS
        && Math.abs(Math.rint(ratio * scale) / scale - ratio) >= ROUNDING * ratio) {
      decimals++;
      scale *= 10;
    }
    return decimals;
  }
}
