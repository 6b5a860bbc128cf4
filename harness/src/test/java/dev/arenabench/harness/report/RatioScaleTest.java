package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioScaleTest {
  private static List<String> labels(double low, double high, double share) {
    return new RatioScale(Math.log(low), Math.log(high))
        .marks(share).stream().map(RatioScale::label).toList();
  }

  @Test
  void marks_narrowAxis_evenSteps() {
    assertEquals(List.of("0.98×", "1×", "1.02×", "1.04×"), labels(0.965, 1.045, 0.2));
    assertEquals(List.of("0.7×", "0.71×", "0.72×", "0.73×"), labels(0.695, 0.735, 0.2));
    assertEquals(List.of("1.002×", "1.004×"), labels(1.001, 1.0055, 0.4));
  }

  @Test
  void marks_wideAxis_growingSteps() {
    assertEquals(List.of("1×", "2×", "5×", "10×", "20×", "50×"), labels(0.9, 55, 0.12));
    assertEquals(
        List.of("0.1×", "1×", "10×", "100×", "1,000×", "10,000×"), labels(0.08, 20_000, 0.15));
  }

  @Test
  void marks_anyAxisWithOne_markOneAndKeepTheirDistance() {
    double share = 0.09;
    for (double low = 0.0001; low < 1; low *= 1.17) {
      for (double high = 1.003; high < 1e6; high *= 1.31) {
        RatioScale scale = new RatioScale(Math.log(low), Math.log(high));
        List<Double> marks = scale.marks(share);
        assertTrue(marks.contains(1.0), "low=%s, high=%s: %s".formatted(low, high, marks));
        assertTrue(marks.size() <= 1 / share + 1);
        for (int i = 1; i < marks.size(); i++) {
          double gap = Math.log(marks.get(i) / marks.get(i - 1));
          assertTrue(
              gap >= share * (scale.max() - scale.min()),
              "low=%s, high=%s: %s".formatted(low, high, marks));
        }
      }
    }
  }

  @Test
  void alignedLabels_differentDecimals_asManyAsTheLongestTakes() {
    assertEquals(
        List.of("0.98×", "1.00×", "1.02×"), RatioScale.alignedLabels(List.of(0.98, 1.0, 1.02)));
    assertEquals(List.of("1×", "2×"), RatioScale.alignedLabels(List.of(1.0, 2.0)));
  }

  @Test
  void around_values_holdsThemAndNoDifference() {
    RatioScale scale = RatioScale.around(new double[] {Math.log(2), Math.log(3)}, 0.1);
    assertTrue(scale.min() < 0 && scale.max() > Math.log(3));
    RatioScale point = RatioScale.around(new double[] {0}, 0.1);
    assertTrue(point.max() - point.min() >= 0.1);
  }

  @Test
  void new_emptyRange_refused() {
    assertEquals(
        "min=1.0, max=1.0",
        assertThrows(IllegalArgumentException.class, () -> new RatioScale(1, 1)).getMessage());
  }
}
