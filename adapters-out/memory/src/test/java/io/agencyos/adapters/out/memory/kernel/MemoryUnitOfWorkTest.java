package io.agencyos.adapters.out.memory.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.shared.ScopeViolation;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.shared.UnitOfWorkContract;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryUnitOfWorkTest extends UnitOfWorkContract {

    private record Note(UUID id, ClientId owner, String title) {}

    private record Key(ClientId owner, String title) {}

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryTable<UUID, Note> notes = MemoryTable.ofTenants("note", units, Note::owner, Note::id)
            .unique("uq_note_title", note -> new Key(note.owner(), note.title()));
    private final MemoryTable<String, String> platform = MemoryTable.ofPlatform("platform_note", units, title -> title);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Notes notes() {
        return new Notes() {
            @Override
            public void add(ClientId owner, String title) {
                notes.insert(new Note(UUID.randomUUID(), owner, title));
            }

            @Override
            public List<String> titles() {
                return notes.rows().map(Note::title).sorted().toList();
            }

            @Override
            public int rename(ClientId owner, String title, String newTitle) {
                List<Note> found = notes.rows()
                        .filter(note ->
                                note.owner().equals(owner) && note.title().equals(title))
                        .toList();
                found.forEach(note -> notes.put(new Note(note.id(), owner, newTitle)));
                return found.size();
            }

            @Override
            public void addPlatform(String title) {
                platform.insert(title);
            }

            @Override
            public List<String> platformTitles() {
                return platform.rows().sorted().toList();
            }
        };
    }

    @Test
    void a_table_of_the_products_own_work_takes_no_members_rows() {
        ClientId client = new ClientId(UUID.randomUUID());
        MemoryTable<UUID, Note> touches =
                MemoryTable.ofTenants("touch", units, Note::owner, Note::id).writtenBy(Role.WORKER);
        Note row = new Note(UUID.randomUUID(), client, "sent");

        assertThatThrownBy(() -> units.inTenant(new TenantScope(client, null, Role.OWNER), () -> touches.insert(row)))
                .isInstanceOf(ScopeViolation.class);
        units.inTenant(TenantScope.worker(client), () -> touches.insert(row));
        assertThat(units.<Long>onPlatform(() -> touches.rows().count())).isEqualTo(1);
    }

    @Test
    void the_platform_reads_tenant_rows_and_writes_only_where_a_table_says_so() {
        ClientId client = new ClientId(UUID.randomUUID());
        Note row = new Note(UUID.randomUUID(), client, "planted");
        MemoryTable<UUID, Note> clients =
                MemoryTable.ofTenants("client", units, Note::owner, Note::id).alsoWrittenByThePlatform();

        assertThatThrownBy(() -> units.onPlatform(() -> notes.insert(row))).isInstanceOf(ScopeViolation.class);
        units.onPlatform(() -> clients.insert(row));
        assertThat(units.<Long>onPlatform(() -> clients.rows().count())).isEqualTo(1);
    }
}
