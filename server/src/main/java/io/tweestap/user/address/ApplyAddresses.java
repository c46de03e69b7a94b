package io.tweestap.user.address;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import io.tweestap.user.jdbc.AddressRows;
import io.tweestap.user.jdbc.StoredAddress;
import io.tweestap.user.jdbc.StoredAddress.Fresh;
import io.tweestap.user.jdbc.StoredUser;
import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import io.tweestap.user.notice.UserNotices;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Compares the addresses that users have with those that they are to have, and writes what
/// differs. An address that stays keeps its id and its proof; another one has to prove itself.
@Component
public class ApplyAddresses {
  private final AddressRows rows;
  private final UserNotices notices;
  private final Ids ids;

  ApplyAddresses(AddressRows rows, UserNotices notices, Ids ids) {
    this.rows = rows;
    this.notices = notices;
    this.ids = ids;
  }

  /// The addresses of users by the user's id.
  public Map<UUID, List<StoredAddress>> of(TenantId tenant, Collection<StoredUser> users) {
    List<UUID> owners = users.stream().map(user -> user.id().value()).toList();
    return owners.isEmpty()
        ? Map.of()
        : rows.of(tenant, owners).stream().collect(groupingBy(StoredAddress::user));
  }

  public AddressChange compare(
      TenantId tenant, UserId user, List<StoredAddress> before, StatedAddresses wished) {
    List<NewAddress> after = wished.all();
    return new AddressChange(
        fresh(
            user,
            after.stream()
                .filter(wish -> before.stream().noneMatch(old -> rows.same(tenant, old, wish)))
                .toList()),
        before.stream()
            .filter(old -> wished.kinds().contains(old.shown().kind()))
            .filter(old -> after.stream().noneMatch(wish -> rows.same(tenant, old, wish)))
            .toList());
  }

  /// Ids of one millisecond are in no order; these are put into the order of the addresses.
  private List<Fresh> fresh(UserId user, List<NewAddress> added) {
    List<UUID> drawn =
        added.stream().map(_ -> ids.next()).sorted(comparing(UUID::toString)).toList();
    return IntStream.range(0, added.size())
        .mapToObj(i -> new Fresh(user.value(), drawn.get(i), added.get(i)))
        .toList();
  }

  public void write(TenantId tenant, List<AddressChange> changes, Instant now) {
    List<UUID> gone =
        changes.stream().flatMap(c -> c.removed().stream()).map(old -> old.shown().id()).toList();
    List<Fresh> fresh = changes.stream().flatMap(change -> change.added().stream()).toList();
    if (!gone.isEmpty()) {
      rows.delete(tenant, gone);
    }
    if (!fresh.isEmpty()) {
      rows.insert(tenant, fresh, now);
    }
  }

  /// Tells the user, on the new addresses and on those that went (REC-5).
  public void tell(TenantId tenant, User user, AddressChange change) {
    Stream<String> added = change.added().stream().map(fresh -> fresh.address().masked());
    Stream<String> removed = change.removed().stream().map(old -> old.shown().masked());
    List<EmailAddress> also =
        change.removed().stream()
            .filter(old -> old.shown().kind() == AddressKind.EMAIL)
            .map(old -> new EmailAddress(rows.open(tenant, old)))
            .toList();
    notices.tell(
        tenant,
        user,
        new Notice(
            NoticeKind.ADDRESS_CHANGED,
            Map.of("added", listed(added), "removed", listed(removed)),
            also));
  }

  private static String listed(Stream<String> masked) {
    String list = masked.collect(joining(", "));
    return list.isEmpty() ? "-" : list;
  }
}
