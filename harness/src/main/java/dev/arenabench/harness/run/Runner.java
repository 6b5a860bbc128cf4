package dev.arenabench.harness.run;

import dev.arenabench.harness.corpus.Corpus;
import dev.arenabench.harness.environment.Doctor;
import dev.arenabench.harness.environment.Environment;
import dev.arenabench.harness.environment.Revision;
import dev.arenabench.harness.plan.Plan;
import dev.arenabench.harness.plan.PlannedRow;
import dev.arenabench.harness.plan.PlannedUnit;
import dev.arenabench.harness.plan.TightHeap;
import dev.arenabench.harness.record.CorpusRecord;
import dev.arenabench.harness.record.Finding;
import dev.arenabench.harness.record.ForkRecord;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.MachineSample;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.RunRecord;
import dev.arenabench.harness.record.UnitRecord;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.harness.suite.ForkSources;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Carries out a plan: unit after unit, each in the journal before the next one starts.
///
/// A unit whose fork fails is recorded with the reason, and the run goes on. A run that is broken
/// off (by Ctrl-C, a kill, a crash of the machine) is taken up by the same request: units in the
/// journal are done, all others are not, and nothing lies between.
public final class Runner {
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final RunRequest request;
  private final RunAdditions additions;
  private final ProbeSuite probes;
  private final Progress progress;
  private final Surroundings surroundings;

  private Runner(
      RunRequest request,
      RunAdditions additions,
      ProbeSuite probes,
      Progress progress,
      Surroundings surroundings) {
    this.request = request;
    this.additions = additions;
    this.probes = probes;
    this.progress = progress;
    this.surroundings = surroundings;
  }

  /// What a run touches outside its folder; made up in tests.
  interface Surroundings {
    /// @param log gets what the forks print
    Forks forks(PrintStream log);

    /// What the machine means for the figures.
    default List<Finding> findings(Path resultsFolder) {
      return Doctor.examine(resultsFolder);
    }
  }

  /// Runs to the end.
  ///
  /// @return the run folder, whose `run.json` says when the run ended
  /// @throws IllegalArgumentException if the request cannot be met; the message says what to do
  /// @throws InterruptedException if the run was stopped; the same request takes it up again
  public static Path run(RunRequest request, ProbeSuite probes, Progress progress)
      throws IOException, InterruptedException {
    return run(request, probes, progress, JmhForks::new);
  }

  /// Runs to the end, with sides that come from elsewhere.
  ///
  /// @return as for the other
  public static Path run(
      RunRequest request, RunAdditions additions, ProbeSuite probes, Progress progress)
      throws IOException, InterruptedException {
    return new Runner(request, additions, probes, progress, JmhForks::new).run();
  }

  static Path run(
      RunRequest request, ProbeSuite probes, Progress progress, Surroundings surroundings)
      throws IOException, InterruptedException {
    return run(request, RunAdditions.NONE, probes, progress, surroundings);
  }

  static Path run(
      RunRequest request,
      RunAdditions additions,
      ProbeSuite probes,
      Progress progress,
      Surroundings surroundings)
      throws IOException, InterruptedException {
    return new Runner(request, additions, probes, progress, surroundings).run();
  }

  private Path run() throws IOException, InterruptedException {
    List<MeasuredCorpus> corpora = new ArrayList<>();
    List<String> names =
        request.corpora().isEmpty() ? request.preset().corpora() : request.corpora();
    for (Corpus corpus : additions.corpora()) {
      corpora.add(MeasuredCorpus.of(corpus));
    }
    for (String name : corpora.isEmpty() ? names : List.<String>of()) {
      corpora.add(MeasuredCorpus.of(name));
    }
    for (MeasuredCorpus corpus : corpora) {
      for (String file : corpus.leftOut()) {
        progress.line("left out of " + corpus.record().name() + ": " + file);
      }
    }
    Map<String, String> environment = new LinkedHashMap<>(Environment.describe());
    environment.putAll(additions.environment());
    Revision revision = Revision.of(Path.of("").toAbsolutePath());

    try (Opened opened = open(corpora, environment, revision)) {
      carryOut(opened, corpora);
      return opened.folder.path();
    }
  }

  // Finding or making the folder.

  /// A folder that is locked, what it says of the run, and the plan that follows from that.
  private record Opened(RunFolder folder, RunRecord run, Plan plan) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      folder.close();
    }
  }

  private Opened open(
      List<MeasuredCorpus> corpora, Map<String, String> environment, Revision revision)
      throws IOException {
    List<CorpusRecord> records = corpora.stream().map(MeasuredCorpus::record).toList();
    if (request.takeUp()) {
      for (Path candidate : candidates()) {
        Opened opened = takeUp(candidate, records, environment, revision);
        if (opened != null) {
          return opened;
        }
      }
    }
    long seed = request.seed() == null ? new SplittableRandom().nextLong() >>> 12 : request.seed();
    Plan plan = plan(seed, records);
    Instant now = Instant.now();
    RunFolder folder = newFolder(now, revision);
    RunRecord run =
        new RunRecord(
            RunRecord.SCHEMA,
            folder.path().getFileName().toString(),
            request.preset().id(),
            seed,
            request.command(),
            now.toEpochMilli(),
            null,
            revision.commit(),
            revision.dirty(),
            records,
            environment,
            Stream.concat(
                    surroundings.findings(request.resultsFolder()).stream(),
                    additions.findings().stream())
                .toList(),
            plan.rows().stream().map(PlannedRow::row).toList(),
            plan.unitsPerRow());
    folder.write(RunFolder.RUN, run);
    return new Opened(folder, run, plan);
  }

  private Plan plan(long seed, List<CorpusRecord> corpora) {
    return request.rows().isEmpty()
        ? Plan.of(request.preset(), seed, corpora.stream().map(CorpusRecord::name).toList())
        : Plan.ofRows(request.preset(), seed, request.rows());
  }

  /// Folders that may hold the run that was broken off, the latest first.
  private List<Path> candidates() throws IOException {
    String name = request.name();
    if (name != null) {
      return List.of(request.resultsFolder().resolve(name));
    }
    if (!Files.isDirectory(request.resultsFolder())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(request.resultsFolder())) {
      return folders
          .filter(Files::isDirectory)
          .sorted(Comparator.comparing(Path::toString).reversed())
          .toList();
    }
  }

  private @Nullable Opened takeUp(
      Path candidate,
      List<CorpusRecord> corpora,
      Map<String, String> environment,
      Revision revision)
      throws IOException {
    RunRecord run = RunFolder.runOrNull(candidate);
    if (run == null || !isSame(run, corpora, environment, revision)) {
      return null;
    }
    RunFolder folder = RunFolder.lock(candidate);
    if (folder == null) {
      return null;
    }
    // It may have been finished by another process before the lock was ours.
    RunRecord now = RunFolder.readRun(candidate);
    if (now.finishedAtMillis() != null) {
      folder.close();
      return null;
    }
    return new Opened(folder, now, plan(now.seed(), corpora));
  }

  private boolean isSame(
      RunRecord run,
      List<CorpusRecord> corpora,
      Map<String, String> environment,
      Revision revision) {
    Long seed = request.seed();
    if (run.finishedAtMillis() != null
        || !run.preset().equals(request.preset().id())
        || seed != null && seed != run.seed()
        || !run.corpora().equals(corpora)
        || !run.environment().equals(environment)
        || !Objects.equals(run.revision(), revision.commit())) {
      return false;
    }
    Plan plan = plan(run.seed(), corpora);
    return run.unitsPerRow().equals(plan.unitsPerRow())
        && run.rows().equals(plan.rows().stream().map(PlannedRow::row).toList());
  }

  private RunFolder newFolder(Instant now, Revision revision) throws IOException {
    String name = request.name();
    if (name != null) {
      return emptyFolder(request.resultsFolder().resolve(name), name);
    }
    String base =
        ID_TIME.format(now)
            + "-"
            + request.preset().id()
            + "-"
            + revision.shortName().replace("+", "-dirty");
    for (int i = 1; ; i++) {
      Path path = request.resultsFolder().resolve(i == 1 ? base : base + "-" + i);
      if (!Files.exists(path)) {
        return emptyFolder(path, path.toString());
      }
    }
  }

  private static RunFolder emptyFolder(Path path, String name) throws IOException {
    RunFolder folder = RunFolder.lock(path);
    if (folder == null) {
      throw new IllegalArgumentException("run=" + name + " is being written by another process");
    }
    if (Files.exists(path.resolve(RunFolder.RUN))) {
      folder.close();
      throw new IllegalArgumentException(
          "run="
              + name
              + " exists, and is finished or of another plan, code or machine: choose another"
              + " name");
    }
    return folder;
  }

  // The run itself.

  private void carryOut(Opened opened, List<MeasuredCorpus> corpora)
      throws IOException, InterruptedException {
    RunFolder folder = opened.folder;
    Path scratch = Files.createTempDirectory("arenabench");
    try (Journal journal = Journal.open(folder.path().resolve(RunFolder.JOURNAL));
        PrintStream log = log(folder)) {
      Map<String, Path> sources = writeSources(scratch, corpora);
      Forks forks = surroundings.forks(log);
      try (StopSignal stop = new StopSignal(() -> sayFarewell(opened, journal))) {
        TightHeaps heaps =
            TightHeaps.of(opened.plan, folder, sources, task -> run(task, forks, stop), progress);
        units(opened, journal, forks, stop, sources, heaps);
        if (!folder.hasProbes()) {
          progress.working("probes");
          folder.write(
              RunFolder.PROBES,
              probes.run(corpora.stream().map(MeasuredCorpus::corpus).toList(), progress));
        }
        RunRecord run = opened.run;
        folder.write(RunFolder.JMH, MergedJson.of(run, opened.plan, journal.units()));
        folder.finish(finished(run));
      } finally {
        forks.close();
      }
    } finally {
      delete(scratch);
    }
  }

  private static PrintStream log(RunFolder folder) throws IOException {
    return new PrintStream(
        Files.newOutputStream(
            folder.path().resolve(RunFolder.LOG),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND),
        true,
        StandardCharsets.UTF_8);
  }

  private static Map<String, Path> writeSources(Path scratch, List<MeasuredCorpus> corpora)
      throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    for (MeasuredCorpus corpus : corpora) {
      Path file = scratch.resolve("sources-" + files.size());
      Source[] sources = ForkSources.of(corpus.corpus());
      ForkSources.write(file, List.of(sources));
      if (files.put(corpus.record().name(), file) != null) {
        throw new IllegalArgumentException(
            "corpus="
                + corpus.record().name()
                + " is the name of two corpora: measure them in two runs");
      }
    }
    return files;
  }

  private void units(
      Opened opened,
      Journal journal,
      Forks forks,
      StopSignal stop,
      Map<String, Path> sources,
      TightHeaps heaps)
      throws IOException, InterruptedException {
    List<PlannedUnit> units = opened.plan.units();
    List<PlannedUnit> rest = new ArrayList<>(units);
    rest.removeIf(isAmong(journal.units()));
    if (rest.size() < units.size()) {
      progress.line(
          "takes up "
              + opened.run.id()
              + ": "
              + (units.size() - rest.size())
              + " of "
              + units.size()
              + " units are done");
    }
    Map<Row, List<Double>> ratios = new LinkedHashMap<>();
    for (UnitRecord done : journal.units()) {
      ratios.computeIfAbsent(done.row(), any -> new ArrayList<>()).add(UnitRatio.of(done));
    }
    Pace pace = new Pace();
    int done = units.size() - rest.size();
    while (!rest.isEmpty()) {
      PlannedUnit unit = rest.removeFirst();
      progress.working(Steps.working(done, units.size(), unit.row(), pace.left(rest)));
      long start = System.nanoTime();
      UnitRecord result = run(unit, opened.plan, forks, stop, sources, heaps);
      journal.append(result);
      pace.took(unit.row().instrument(), (System.nanoTime() - start) / 1_000_000);
      done++;
      List<Double> rowRatios = ratios.computeIfAbsent(unit.row(), any -> new ArrayList<>());
      rowRatios.add(UnitRatio.of(result));
      progress.line(Steps.done(done, units.size(), result, rowRatios, pace.left(rest)));
    }
  }

  private static Predicate<PlannedUnit> isAmong(List<UnitRecord> done) {
    Set<Integer> positions = new HashSet<>();
    done.forEach(unit -> positions.add(unit.position()));
    return unit -> positions.contains(unit.position());
  }

  private UnitRecord run(
      PlannedUnit unit,
      Plan plan,
      Forks forks,
      StopSignal stop,
      Map<String, Path> sources,
      TightHeaps heaps)
      throws InterruptedException {
    Path file = sources.get(unit.row().corpus());
    if (file == null) {
      throw new IllegalArgumentException(
          "row=" + unit.row().id() + ": its corpus is not among " + sources.keySet());
    }
    List<ForkRecord> records = new ArrayList<>();
    List<String> flags = flags(unit.row(), plan, heaps);
    for (ForkTask task : tasks(unit, plan, file, flags == null ? List.of() : flags)) {
      records.add(
          flags == null ? notStarted(task, heaps.reason(unit.row())) : run(task, forks, stop));
    }
    return new UnitRecord(
        unit.row(), unit.position(), unit.index(), unit.seed(), unit.order(), records);
  }

  /// @return `null` if nobody knows how large the heap has to be
  private static @Nullable List<String> flags(Row row, Plan plan, TightHeaps heaps) {
    return TightHeap.isFor(row) ? heaps.flags(row) : plan.preset().jvmFlags(row);
  }

  private static ForkRecord notStarted(ForkTask task, String reason) {
    return new ForkRecord(
        task.contender(),
        System.currentTimeMillis(),
        0,
        List.of(),
        List.of(),
        new MachineSample(null, null, null),
        reason);
  }

  private static ForkRecord run(ForkTask task, Forks forks, StopSignal stop)
      throws InterruptedException {
    ForkRecord record = forks.run(task);
    if (Thread.interrupted() || stop.isRaised() || hasFailed(record) && stop.isRaisedSoon()) {
      throw new InterruptedException("stopped");
    }
    return record;
  }

  private static boolean hasFailed(ForkRecord record) {
    return record.failure() != null;
  }

  /// What a fork is told about this machine.
  static Map<String, String> privateProperties(Path sources) {
    return Map.of(ForkSources.PROPERTY, sources.toString());
  }

  private List<ForkTask> tasks(PlannedUnit unit, Plan plan, Path sources, List<String> flags) {
    Row row = unit.row();
    Map<String, String> properties = new LinkedHashMap<>(additions.forkProperties());
    properties.putAll(privateProperties(sources));
    Function<String, ForkTask> task =
        contender ->
            new ForkTask(
                row, contender, unit.order(), plan.preset().timing(row), flags, properties);
    if (row.instrument() == Instrument.DUEL) {
      return List.of(task.apply(row.subject() + "+" + row.baseline()));
    }
    List<ForkTask> pair = List.of(task.apply(row.subject()), task.apply(row.baseline()));
    return unit.order().equals("AB") ? pair : pair.reversed();
  }

  private static RunRecord finished(RunRecord run) {
    return new RunRecord(
        run.schema(),
        run.id(),
        run.preset(),
        run.seed(),
        run.command(),
        run.startedAtMillis(),
        System.currentTimeMillis(),
        run.revision(),
        run.dirty(),
        run.corpora(),
        run.environment(),
        run.findings(),
        run.rows(),
        run.unitsPerRow());
  }

  private void sayFarewell(Opened opened, Journal journal) {
    progress.line(
        "stopped after "
            + journal.units().size()
            + " of "
            + opened.plan.units().size()
            + " units; the same command takes the run up again ("
            + opened.folder.path()
            + ")");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
