package dev.arenabench.harness.contender;

import dev.arenabench.harness.seam.Batch;
import dev.arenabench.harness.seam.Recording;
import dev.arenabench.harness.seam.Recordings;
import dev.arenabench.harness.seam.Rig;
import dev.arenabench.harness.seam.RigFactory;
import dev.arenabench.harness.seam.RigRequest;
import dev.arenabench.harness.seam.Source;
import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes the rigs of all suites. The harness finds it by its name, in each side's loader.
public final class Rigs implements RigFactory {
  private static final String AGED = "-aged";
  private static final String FRESH = "-fresh";

  /// For the harness.
  public Rigs() {}

  @Override
  public Recordings record(Source[] sources) {
    FrontEnd frontEnd = new FrontEnd();
    Recording[] files = Orchard.record(frontEnd, sources);
    return new Recordings(files, frontEnd.symbols());
  }

  @Override
  public Rig create(RigRequest request) {
    return switch (request.suite()) {
      case "lex" ->
          switch (request.side()) {
            case "lexer" -> new LexRig(request.sources());
            case "byte-sum" -> new ByteSumRig(request.sources());
            default -> throw unknown(request);
          };
      case "build" ->
          request.side().equals("empty")
              ? new EmptyBuildRig(recordings(request))
              : create(Contender.of(request.side()), request);
      case "allocate" -> allocate(request);
      case "retain" ->
          request.side().equals("empty")
              ? new EmptyRetainRig(request.sources())
              : create(Contender.of(request.side()), request);
      case "parse", "traverse", "release", "peers" -> create(Contender.of(request.side()), request);
      case "dialect" -> create(Contender.of(request.measure()), request);
      case "batch" -> batch(request);
      default -> throw unknown(request);
    };
  }

  @SuppressWarnings("unchecked") // A contender's twins all have the same trees.
  private static <T> Rig create(Contender contender, RigRequest request) {
    Function<Interner, Twin<T>> twins = interner -> (Twin<T>) contender.twin(interner);
    return switch (request.suite()) {
      case "parse", "peers" ->
          new ParseRig<>(twins, request.sources(), FrontEnd.dialects(request.sources()));
      case "dialect" -> new ParseRig<>(twins, request.sources(), stated(request));
      case "build" -> new BuildRig<>(twins, recordings(request));
      case "release" -> new ReleaseRig<>(twins, request.sources());
      case "retain" -> new RetainRig<>(twins, request.sources());
      case "traverse" -> traverse(twins, request);
      default -> throw unknown(request);
    };
  }

  private static Rig allocate(RigRequest request) {
    if (request.measure().equals("reset")) {
      return ResetRig.of(request.side());
    }
    int[] sizes = AllocationSizes.of(request.measure());
    return switch (request.side()) {
      case "heap" -> new ObjectAllocateRig(sizes);
      case "arena" -> new ArenaAllocateRig(sizes, false);
      case "arena-fresh" -> new ArenaAllocateRig(sizes, true);
      case "empty" -> new EmptyAllocateRig(sizes);
      default -> throw unknown(request);
    };
  }

  private static <T> Rig traverse(Function<Interner, Twin<T>> twins, RigRequest request) {
    Orchard<T> orchard = new Orchard<>(twins, request.sources());
    String measure = request.measure();
    List<T> trees;
    String pass;
    if (measure.endsWith(AGED)) {
      trees = orchard.aged();
      pass = measure.substring(0, measure.length() - AGED.length());
    } else if (measure.endsWith(FRESH)) {
      trees = orchard.fresh();
      pass = measure.substring(0, measure.length() - FRESH.length());
    } else {
      throw unknown(request);
    }
    Passes<T> passes = orchard.passes();
    Consumer<T> visit =
        switch (pass) {
          case "count-scan" -> passes::countScan;
          case "count" -> passes::count;
          case "calls" -> passes::calls;
          case "resolve" -> passes::resolve;
          case "print" -> passes::print;
          default -> throw unknown(request);
        };
    return new TraverseRig<>(trees, passes, visit);
  }

  /// Of measure and side one says who parses, and the other on how many threads.
  private static Rig batch(RigRequest request) {
    boolean threadsFirst = Batch.isThreads(request.measure());
    String threads = threadsFirst ? request.measure() : request.side();
    String contender = threadsFirst ? request.side() : request.measure();
    return batch(Contender.of(contender), request.sources(), Batch.threads(threads));
  }

  @SuppressWarnings("unchecked") // A contender's twins all have the same trees.
  private static <T> Rig batch(Contender contender, Source[] sources, int threads) {
    return new BatchRig<>(interner -> (Twin<T>) contender.twin(interner), sources, threads);
  }

  /// The side's dialect, whatever the sources are called.
  private static Dialect[] stated(RigRequest request) {
    Dialect dialect =
        switch (request.side()) {
          case "lua" -> Dialect.LUA_5_4;
          case "typed" -> Dialect.TYPED_LUA;
          default -> throw unknown(request);
        };
    Dialect[] dialects = new Dialect[request.sources().length];
    Arrays.fill(dialects, dialect);
    return dialects;
  }

  private static Recordings recordings(RigRequest request) {
    if (request.recordings() == null) {
      throw new IllegalArgumentException("recordings=null, suite=" + request.suite());
    }
    return request.recordings();
  }

  private static IllegalArgumentException unknown(RigRequest request) {
    return new IllegalArgumentException(
        "suite="
            + request.suite()
            + ", measure="
            + request.measure()
            + ", side="
            + request.side()
            + ": there is no such rig");
  }
}
