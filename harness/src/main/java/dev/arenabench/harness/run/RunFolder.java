package dev.arenabench.harness.run;

import dev.arenabench.harness.record.Json;
import dev.arenabench.harness.record.ProbeRecord;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A run on disk.
///
/// ```
/// run.json       what was planned, where, with which code; finishedAtMillis is null until the end
/// journal.jsonl  one line a unit, in the order in which they ran: every iteration of every fork
/// heaps.json     live bytes by which heaps were made; only where rows need it
/// probes.json    the exact figures
/// jmh.json       the measurement again, as JMH writes it, for other tools
/// forks.log      what the forks printed; names paths of this machine, so it is not published
/// .lock          while a process writes
/// ```
///
/// Files other than the journal appear whole or not at all. Only who holds the lock writes.
public final class RunFolder implements AutoCloseable {
  /// File name of [RunRecord].
  public static final String RUN = "run.json";

  /// File name of the [Journal].
  public static final String JOURNAL = "journal.jsonl";

  /// File name of the list of [ProbeRecord]s.
  public static final String PROBES = "probes.json";

  /// File name of the list of [ProbeRecord]s by which heaps were made.
  public static final String HEAPS = "heaps.json";

  /// File name of the measurement in JMH's own format.
  public static final String JMH = "jmh.json";

  /// File name of what the forks printed.
  public static final String LOG = "forks.log";

  private static final String LOCK = ".lock";

  private final Path path;
  private final FileChannel lock;

  private RunFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Opens the folder to write into it; creates it if need be.
  ///
  /// @return `null` if another process is at it
  static @Nullable RunFolder lock(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return null;
      }
      return new RunFolder(path, channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      return null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// What a folder says about its run, or `null` if it is none of this format.
  static @Nullable RunRecord runOrNull(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(RUN))) {
      return null;
    }
    try {
      RunRecord run = readRun(folder);
      return run.schema() == RunRecord.SCHEMA ? run : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /// Reads `run.json`.
  public static RunRecord readRun(Path folder) throws IOException {
    return Json.read(existing(folder.resolve(RUN)), RunRecord.class);
  }

  /// Reads the journal.
  public static List<UnitRecord> readUnits(Path folder) throws IOException {
    return Journal.read(folder.resolve(JOURNAL));
  }

  /// Reads `heaps.json` and `probes.json`; no records of one that is not there, or not yet.
  public static List<ProbeRecord> readProbes(Path folder) throws IOException {
    List<ProbeRecord> probes = new ArrayList<>(readHeaps(folder));
    probes.addAll(records(folder.resolve(PROBES)));
    return List.copyOf(probes);
  }

  /// Reads `heaps.json`; no records if it is not there.
  static List<ProbeRecord> readHeaps(Path folder) throws IOException {
    return records(folder.resolve(HEAPS));
  }

  private static List<ProbeRecord> records(Path file) {
    return Files.exists(file) ? Json.readList(file, ProbeRecord.class) : List.of();
  }

  private static Path existing(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("file=" + file + " is missing: is this the folder of a run?");
    }
    return file;
  }

  boolean hasProbes() {
    return Files.exists(path.resolve(PROBES));
  }

  void write(String name, Object value) throws IOException {
    Path target = path.resolve(name);
    Path draft = path.resolve(name + ".draft");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(Json.prettyBytes(value));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Marks the end of the run: nobody will write any more.
  void finish(RunRecord run) throws IOException {
    write(RUN, run);
    Files.deleteIfExists(path.resolve(LOCK));
  }

  /// Lets others write.
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
