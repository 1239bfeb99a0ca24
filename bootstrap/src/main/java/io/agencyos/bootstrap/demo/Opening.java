package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The sandbox while it lives through what it remembers, so that the database can start meanwhile. */
final class Opening implements AutoCloseable {

    /** People who react at the same moment are told of side by side, as a vendor with many workers would. */
    private static final int WEBHOOK_LANES = 64;

    private final CompletableFuture<VendorSandbox> sandbox;

    private Opening(CompletableFuture<VendorSandbox> sandbox) {
        this.sandbox = sandbox;
    }

    static Opening of(Path world, int port, DemoClock clock) {
        return new Opening(CompletableFuture.supplyAsync(
                () -> VendorSandbox.start(
                        SandboxSettings.defaults()
                                .withPort(port)
                                .withDataFile(world)
                                .withWebhookLanes(WEBHOOK_LANES),
                        clock),
                task -> Thread.ofPlatform().name("sandbox-opening").start(task)));
    }

    /** The sandbox, once it answers; fails as its start failed. */
    VendorSandbox sandbox() {
        try {
            return sandbox.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Waits for a sandbox that is still opening, and closes it; one that never opened holds nothing. */
    @Override
    public void close() {
        sandbox.handle((opened, failure) -> opened)
                .thenAccept(opened -> {
                    if (opened != null) {
                        opened.close();
                    }
                })
                .join();
    }
}
