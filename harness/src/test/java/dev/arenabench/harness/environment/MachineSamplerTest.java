package dev.arenabench.harness.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.record.MachineSample;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineSamplerTest {
  @TempDir private Path folder;

  @BeforeEach
  void proc() throws Exception {
    Files.createDirectories(folder.resolve("proc/pressure"));
  }

  @Test
  void sample_stolenTicks_areAShareOfAll() throws Exception {
    // user nice system idle iowait irq softirq steal guest guest_nice
    stat("cpu  100 0 100 800 0 0 0 0 50 0");
    MachineSampler sampler = new MachineSampler(new SystemFiles(folder));
    stat("cpu  150 0 120 900 5 0 0 25 90 0");

    assertEquals(100.0 * 25 / 200, sampler.sample().stealPercent());
  }

  @Test
  void sample_pressureForAllTheTime_isAtMostHundred() throws Exception {
    pressure(1_000);
    MachineSampler sampler = new MachineSampler(new SystemFiles(folder));
    pressure(60_000_000);

    assertEquals(100.0, sampler.sample().pressurePercent());
  }

  @Test
  void sample_noPressure_isZero() throws Exception {
    pressure(1_000);
    MachineSampler sampler = new MachineSampler(new SystemFiles(folder));

    assertEquals(0.0, sampler.sample().pressurePercent());
  }

  @Test
  void sample_systemThatTellsNothing_isNull() {
    MachineSample sample = new MachineSampler(new SystemFiles(folder.resolve("none"))).sample();

    assertNull(sample.stealPercent());
    assertNull(sample.pressurePercent());
  }

  @Test
  void sample_linux_hasSteal() throws Exception {
    if (!Files.exists(Path.of("/proc/stat"))) {
      return;
    }
    MachineSampler sampler = new MachineSampler();
    Thread.sleep(50);
    Double steal = sampler.sample().stealPercent();

    assertNotNull(steal);
    assertTrue(steal >= 0 && steal <= 100, steal.toString());
  }

  private void stat(String line) throws Exception {
    Files.writeString(folder.resolve("proc/stat"), line + "\ncpu0 1 2 3 4 5 6 7 8 9 10\n");
  }

  private void pressure(long micros) throws Exception {
    Files.writeString(
        folder.resolve("proc/pressure/cpu"),
        "some avg10=0.00 avg60=0.00 avg300=0.00 total=" + micros + "\nfull total=1\n");
  }
}
