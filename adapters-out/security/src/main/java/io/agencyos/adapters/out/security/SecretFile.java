package io.agencyos.adapters.out.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A file of secret lines for its owner's eyes only, written whole or not at all. Source: api 7. */
public final class SecretFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private SecretFile() {}

    /** Its lines; refuses a file that others can read. */
    public static List<String> read(Path file) {
        try {
            if (isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new InstallationSecretUnusable(file + " can be read by others; run: chmod 600 " + file);
            }
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** Makes the file; refuses to replace one. */
    public static void write(Path file, List<String> lines) {
        moved(file, lines);
    }

    /** Makes the file, or puts another in its place. */
    public static void replace(Path file, List<String> lines) {
        moved(file, lines, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void moved(Path file, List<String> lines, StandardCopyOption... how) {
        FileAttribute<?>[] attributes = isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = Files.createTempFile(folder, file.getFileName().toString(), ".new", attributes);
            Files.write(whole, lines, StandardCharsets.US_ASCII);
            Files.move(whole, file, how);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
