package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {

    @TempDir
    Path folder;

    @Test
    void a_disk_with_little_room_is_named() {
        assertThat(DiskRoom.remark(folder, Long.MAX_VALUE))
                .startsWith(" Only ")
                .contains(" MiB are left for " + folder)
                .endsWith("start again.");
    }

    @Test
    void room_enough_is_not_worth_a_word_and_neither_is_a_place_that_is_not_there() {
        assertThat(DiskRoom.remark(folder, 0)).isEmpty();
        assertThat(DiskRoom.remark(folder.resolve("nowhere"), Long.MAX_VALUE)).isEmpty();
    }
}
