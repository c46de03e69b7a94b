package io.tweestap.user.web;

import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import io.tweestap.user.address.UserAddress;
import io.tweestap.user.address.UserAddresses;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Shows users with their addresses: masked (PRV-2), or in full for the few who may.
@Component
class UserViews {
  private final UserAddresses addresses;

  UserViews(UserAddresses addresses) {
    this.addresses = addresses;
  }

  UserView masked(TenantId tenant, User user) {
    return UserView.of(user, shown(addresses.of(tenant, user.id())));
  }

  UserView whole(TenantId tenant, User user) {
    return UserView.of(
        user,
        addresses.revealed(tenant, user.id()).entrySet().stream()
            .map(entry -> AddressView.of(entry.getKey(), entry.getValue()))
            .toList());
  }

  Page<UserView> masked(TenantId tenant, Page<User> page) {
    Map<UserId, List<UserAddress>> all =
        addresses.of(tenant, page.data().stream().map(User::id).toList());
    return page.map(user -> UserView.of(user, shown(all.getOrDefault(user.id(), List.of()))));
  }

  private static List<AddressView> shown(List<UserAddress> addresses) {
    return addresses.stream().map(AddressView::of).toList();
  }
}
