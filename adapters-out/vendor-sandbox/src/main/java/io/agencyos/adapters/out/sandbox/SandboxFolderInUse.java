package io.agencyos.adapters.out.sandbox;

import java.nio.file.Path;

/** Another sandbox keeps its worlds in the folder: two would write into the same files. */
public final class SandboxFolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SandboxFolderInUse(Path folder, String holder) {
        super("the folder " + folder + " belongs to the sandbox of process " + holder
                + ", which still runs; end it, or name another folder");
    }
}
