package io.tweestap.user.address;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.user.jdbc.AddressRows;
import io.tweestap.user.jdbc.StoredAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// The addresses of users: masked for everybody, whole for the few rooms that send there.
@Service
public class UserAddresses {
  private final AddressRows rows;

  UserAddresses(AddressRows rows) {
    this.rows = rows;
  }

  /// A user's addresses, masked, in the order in which they were added.
  public List<UserAddress> of(TenantId tenant, UserId user) {
    return stored(tenant, user).stream().map(StoredAddress::shown).toList();
  }

  /// The addresses of several users, masked; users without one are missing.
  public Map<UserId, List<UserAddress>> of(TenantId tenant, List<UserId> users) {
    return users.isEmpty()
        ? Map.of()
        : rows.of(tenant, users.stream().map(UserId::value).toList()).stream()
            .collect(
                groupingBy(
                    address -> new UserId(address.user()),
                    mapping(StoredAddress::shown, toList())));
  }

  /// A user's addresses with each in full, in the order in which they were added. For an answer to
  /// somebody who may see them; never to be logged.
  public Map<UserAddress, String> revealed(TenantId tenant, UserId user) {
    Map<UserAddress, String> all = new LinkedHashMap<>();
    stored(tenant, user).forEach(found -> all.put(found.shown(), rows.open(tenant, found)));
    return all;
  }

  /// One address of a user, masked.
  public Optional<UserAddress> find(TenantId tenant, UserId user, UUID address) {
    return stored(tenant, user, address).map(StoredAddress::shown);
  }

  /// One address of a user in full: E.164, or a mail address. Never to be shown or logged.
  public Optional<String> reveal(TenantId tenant, UserId user, UUID address) {
    return stored(tenant, user, address).map(found -> rows.open(tenant, found));
  }

  /// The mail addresses of a user, proven or not.
  public List<EmailAddress> emails(TenantId tenant, UserId user) {
    return stored(tenant, user).stream()
        .filter(address -> address.shown().kind() == AddressKind.EMAIL)
        .map(address -> new EmailAddress(rows.open(tenant, address)))
        .toList();
  }

  private Optional<StoredAddress> stored(TenantId tenant, UserId user, UUID address) {
    return stored(tenant, user).stream()
        .filter(found -> found.shown().id().equals(address))
        .findFirst();
  }

  private List<StoredAddress> stored(TenantId tenant, UserId user) {
    return rows.of(tenant, List.of(user.value()));
  }
}
