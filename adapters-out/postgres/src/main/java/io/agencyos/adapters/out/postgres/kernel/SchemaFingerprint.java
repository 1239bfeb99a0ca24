package io.agencyos.adapters.out.postgres.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One short text for the whole set of migrations on the class path. A database carries that of its last migration, so a
 * start finds out with one query that nothing is to be done, and a test that its template still serves.
 */
final class SchemaFingerprint {

    static final String LOCATION = "db/migration";

    private SchemaFingerprint() {}

    static String ofClassPath() {
        URL folder = SchemaFingerprint.class.getClassLoader().getResource(LOCATION);
        if (folder == null) {
            throw new IllegalStateException("no migrations on the class path");
        }
        try {
            URI uri = folder.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return of(Path.of(uri));
            }
            // by its path: by its address a jar may be open once in a process, and two threads may look at the same
            // time
            String archive = uri.getRawSchemeSpecificPart().replaceFirst("!.*", "");
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(archive)))) {
                return of(jar.getPath(LOCATION));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String of(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> sorted = files.filter(
                            file -> file.getFileName().toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 24);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
