package io.tweestap.login;

import io.tweestap.factor.Factor;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.user.address.AddressKind;
import io.tweestap.user.address.UserAddress;
import io.tweestap.user.address.UserAddresses;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts together what the application is told of a login: what may be answered with, or where a
/// code may be sent.
@Component
public class Standings {
  private final Options options;
  private final UserAddresses addresses;

  Standings(Options options, UserAddresses addresses) {
    this.options = options;
    this.addresses = addresses;
  }

  /// The factors of a user with which an answer may be right now.
  List<Factor> usable(TenantId tenant, UserId user) {
    return options.usable(tenant, user);
  }

  Standing of(TenantId tenant, Login login) {
    return new Standing(
        login, options.of(tenant, login), addresses(tenant, login), Optional.empty());
  }

  /// The same, where the factors are known.
  Standing of(TenantId tenant, Login login, List<Factor> usable, Optional<String> browserToken) {
    return new Standing(login, options.of(login, usable), addresses(tenant, login), browserToken);
  }

  /// Addresses of the user that the step that comes next may send a code to: only such as the user
  /// has proven before (REC-3), mail first.
  public List<UserAddress> addresses(TenantId tenant, Login login) {
    return switch (login.next()) {
      case RECOVERY -> proven(tenant, login, true, true);
      case ENROLLMENT_PROOF ->
          switch (login.plan().proof()) {
            case MAIL_LINK -> proven(tenant, login, true, false);
            case KNOWN_PHONE -> proven(tenant, login, false, true);
            case NONE, STAFF_CODE -> List.of();
          };
      case ANSWER, ENROLLMENT, CLAIM, NOTHING -> List.of();
    };
  }

  private List<UserAddress> proven(TenantId tenant, Login login, boolean mail, boolean phone) {
    return addresses.of(tenant, login.user()).stream()
        .filter(address -> address.verifiedAt().isPresent())
        .filter(address -> address.kind() == AddressKind.EMAIL ? mail : phone)
        .sorted(Comparator.comparing(UserAddress::kind))
        .toList();
  }

  /// What a code to an address counts as.
  public static FirstFactorProof kind(UserAddress address) {
    return address.kind() == AddressKind.EMAIL
        ? FirstFactorProof.MAIL_LINK
        : FirstFactorProof.KNOWN_PHONE;
  }
}
