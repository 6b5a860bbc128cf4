package dev.arenabench.harness.corpus;

import dev.arenabench.frontend.SourceText;
import dev.arenabench.syntax.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Sources that are measured together, in memory, sorted by name.
///
/// Immutable, as far as nobody writes to the bytes. Equal hashes mean equal names and bytes.
public final class Corpus {
  /// The name of the Lua programs that ship with the harness.
  public static final String SHIPPED = "shipped";

  /// The name of the TypedLua programs that ship with the harness.
  public static final String SHIPPED_TYPED = "shipped-typed";

  private static final List<String> EXTENSIONS = List.of(".lua", ".nse", ".tl", ".tlua");

  /// The corpora that are generated.
  private static final List<Generated> GENERATED =
      List.of(
          new Generated(Dialect.LUA_5_4, "lua-10k", 10_000),
          new Generated(Dialect.LUA_5_4, "lua-100k", 100_000),
          new Generated(Dialect.LUA_5_4, "lua-1m", 1_000_000),
          new Generated(Dialect.LUA_5_4, "lua-10m", 10_000_000),
          new Generated(Dialect.TYPED_LUA, "typed-10k", 10_000),
          new Generated(Dialect.TYPED_LUA, "typed-100k", 100_000),
          new Generated(Dialect.TYPED_LUA, "typed-1m", 1_000_000),
          new Generated(Dialect.TYPED_LUA, "typed-10m", 10_000_000));

  private record Generated(Dialect dialect, String name, int sizeBytes) {
    Corpus corpus() {
      byte[] bytes = CorpusGenerator.generate(dialect, CorpusGenerator.SEED, sizeBytes);
      String extension = dialect == Dialect.TYPED_LUA ? ".tl" : ".lua";
      return new Corpus(name, List.of(new SourceFile(name + extension, bytes)));
    }
  }

  /// One source.
  ///
  /// @param name relative to the corpus, with `/`
  /// @param bytes not to be written to
  public record SourceFile(String name, byte[] bytes) {
    /// The bytes as the lexer reads them without a copy.
    public SourceText text() {
      return SourceText.of(bytes);
    }
  }

  private final String name;
  private final List<SourceFile> files;
  private final long bytes;
  private final String sha256;

  private Corpus(String name, List<SourceFile> files) {
    this.name = name;
    this.files = files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
    this.bytes = files.stream().mapToLong(file -> file.bytes().length).sum();
    this.sha256 = hash(this.files);
  }

  /// A corpus by its name, or by the path of a file or folder.
  ///
  /// @param nameOrPath one of [#builtIn], or as in [#of(Path)]
  /// @throws IllegalArgumentException if it is neither; the message says what to do
  public static Corpus named(String nameOrPath) throws IOException {
    for (Generated generated : GENERATED) {
      if (generated.name.equals(nameOrPath)) {
        return generated.corpus();
      }
    }
    return switch (nameOrPath) {
      case SHIPPED -> shipped(Dialect.LUA_5_4);
      case SHIPPED_TYPED -> shipped(Dialect.TYPED_LUA);
      default -> of(Path.of(nameOrPath));
    };
  }

  /// The names of the corpora that need no path.
  public static List<String> builtIn() {
    return Stream.concat(Stream.of(SHIPPED, SHIPPED_TYPED), GENERATED.stream().map(Generated::name))
        .toList();
  }

  /// The programs of a dialect that ship with the harness.
  public static Corpus shipped(Dialect dialect) {
    boolean isTyped = dialect == Dialect.TYPED_LUA;
    String folder = isTyped ? "typed/" : "lua/";
    List<SourceFile> files = new ArrayList<>();
    String index = new String(resource(folder + "INDEX"), StandardCharsets.UTF_8);
    index.lines().forEach(file -> files.add(new SourceFile(file, resource(folder + file))));
    return new Corpus(isTyped ? SHIPPED_TYPED : SHIPPED, files);
  }

  /// A file, whatever its name, or all Lua and TypedLua files (`.lua`, `.nse`, `.tl`, `.tlua`)
  /// below a folder. Links are followed; each file is read once, however many ways lead to it.
  ///
  /// @throws IllegalArgumentException if there is no such file, or one is too large; the message
  ///   says what to do
  public static Corpus of(Path fileOrFolder) throws IOException {
    if (!Files.exists(fileOrFolder)) {
      throw new IllegalArgumentException(
          "no such file or folder: "
              + fileOrFolder
              + "; name one, or a built-in corpus: "
              + String.join(", ", builtIn()));
    }
    Path root = fileOrFolder.toRealPath();
    Path rootName = root.getFileName();
    String name = rootName == null ? root.toString() : rootName.toString();
    if (!Files.isDirectory(root)) {
      return new Corpus(name, List.of(new SourceFile(name, read(root))));
    }
    List<SourceFile> files = sourcesBelow(root);
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          "no file ending in "
              + String.join(", ", EXTENSIONS)
              + " below "
              + fileOrFolder
              + "; name a folder that holds some, or a file");
    }
    return new Corpus(name, files);
  }

  /// The same corpus without some of its files.
  ///
  /// @throws IllegalArgumentException if nothing is left
  public Corpus without(Set<String> names) {
    List<SourceFile> kept = files.stream().filter(file -> !names.contains(file.name())).toList();
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("corpus=" + name + " has no file left");
    }
    return new Corpus(name, kept);
  }

  /// The same files by another name.
  public Corpus renamed(String newName) {
    return new Corpus(newName, files);
  }

  private static List<SourceFile> sourcesBelow(Path root) throws IOException {
    SortedMap<String, Path> found = new TreeMap<>();
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String relative = root.relativize(file).toString();
            if (attributes.isRegularFile() && EXTENSIONS.stream().anyMatch(relative::endsWith)) {
              found.put(relative.replace(root.getFileSystem().getSeparator(), "/"), file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem)
              throws IOException {
            // A link that leads back up holds nothing that is not found anyway.
            if (problem instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE;
            }
            throw problem;
          }
        });
    // Once a file has several names, the first in order stays: the order of a walk is the system's.
    Set<Path> seen = new HashSet<>();
    List<SourceFile> files = new ArrayList<>();
    for (Map.Entry<String, Path> entry : found.entrySet()) {
      if (seen.add(entry.getValue().toRealPath())) {
        files.add(new SourceFile(entry.getKey(), read(entry.getValue())));
      }
    }
    return files;
  }

  private static byte[] read(Path file) throws IOException {
    long sizeBytes = Files.size(file);
    if (sizeBytes > SourceText.MAX_BYTES) {
      throw new IllegalArgumentException(
          ("file=" + file + ", sizeBytes=" + sizeBytes + ", limitBytes=" + SourceText.MAX_BYTES)
              + ": no source may be that large; leave it out");
    }
    try {
      return Files.readAllBytes(file);
    } catch (OutOfMemoryError e) {
      throw tooLargeForTheHeap(file.toString(), sizeBytes, e);
    }
  }

  /// What is said of a source for which there is not enough memory.
  public static IllegalArgumentException tooLargeForTheHeap(
      String file, long sizeBytes, OutOfMemoryError cause) {
    long limitBytes = Runtime.getRuntime().maxMemory();
    return new IllegalArgumentException(
        ("file=" + file + ", sizeBytes=" + sizeBytes + ", heapLimitBytes=" + limitBytes)
            + ": too large for this heap; start java with a greater -Xmx, or leave it out",
        cause);
  }

  /// The name of a built-in corpus, or the last part of a path.
  public String name() {
    return name;
  }

  /// The sources, at least one, sorted by name.
  public List<SourceFile> files() {
    return files;
  }

  /// Bytes of all files.
  public long bytes() {
    return bytes;
  }

  /// SHA-256 in hexadecimal over, for each file, the length of its name (four bytes, big-endian),
  /// the name in UTF-8, the length of its bytes (four bytes, big-endian) and the bytes.
  public String sha256() {
    return sha256;
  }

  @Override
  public String toString() {
    return "Corpus[name=%s, files=%d, bytes=%d, sha256=%s]"
        .formatted(name, files.size(), bytes, sha256);
  }

  private static byte[] resource(String file) {
    try (InputStream in = Corpus.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource=" + file + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("resource=" + file + " cannot be read", e);
    }
  }

  private static String hash(List<SourceFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (SourceFile file : files) {
        updateWithLength(digest, file.name().getBytes(StandardCharsets.UTF_8));
        updateWithLength(digest, file.bytes());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static void updateWithLength(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }
}
