package io.agencyos.adapters.out.postgres.kernel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path into a folder that later starts find again. The folder carries the
 * version, so an upgrade never meets half-old files.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}; unpacked below {@code cache} if it is not there yet. */
    static Path locate(Path cache) throws IOException {
        URL archive = archive();
        Path home = cache.resolve(key(archive));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(cache);
            Path fresh = Files.createTempDirectory(cache, "unpacking-");
            try (var in = new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16))) {
                new TarReader(new BufferedInputStream(in, 1 << 16), fresh).unpack();
            }
            settle(fresh, home);
        }
        return home;
    }

    private static void settle(Path fresh, Path home) throws IOException {
        try {
            fresh.toFile().setExecutable(true, false);
            fresh.toFile().setReadable(true, false);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException lostRace) {
            if (!Files.isDirectory(home)) {
                throw lostRace;
            }
            deleteTree(fresh);
        }
    }

    private static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String cpu = switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> arch;
        };
        List<String> names = os.contains("mac")
                ? List.of("darwin-" + cpu)
                : os.contains("win")
                        ? List.of("windows-" + cpu)
                        : Files.exists(Path.of("/etc/alpine-release"))
                                ? List.of("linux-" + cpu + "-alpine_linux", "linux-" + cpu)
                                : List.of("linux-" + cpu);
        return names.stream()
                .map(name -> Optional.ofNullable(PostgresBinaries.class.getResource("/postgres-" + name + ".txz")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No embedded PostgreSQL for " + os + " on " + arch
                        + " on the class path; set AGENCYOS_DATABASE_URL to an external PostgreSQL 15 or newer."));
    }

    /** Names these programs in this version. */
    static String key() throws IOException {
        return key(archive());
    }

    private static String key(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        String origin = "folder";
        if (connection instanceof JarURLConnection jar) {
            String path = jar.getJarFileURL().getPath();
            origin = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
        }
        long size = connection.getContentLengthLong();
        connection.getInputStream().close();
        return origin + "-" + size;
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path folder, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
