package io.tweestap.functional;

import io.tweestap.audit.AuditAction;
import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.user.UserWish;
import io.tweestap.user.Users;
import io.tweestap.user.address.NewAddress;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Base of tests about what users can prove: a user `anna` with a mail address, what was mailed to
/// it, and what the audit says.
abstract class PersonTest extends VerificationTest {
  static final String ANNA = "/v1/users/anna";

  @Autowired Users users;
  @Autowired JdbcClient jdbc;

  User anna;
  String mail;

  @BeforeEach
  void aUser() {
    mail = "anna-" + UUID.randomUUID() + "@example.org";
    anna = newUser("anna", mail);
  }

  TenantId tenantId() {
    return tenant.tenant().id();
  }

  User newUser(String ref, String address) {
    UserRef named = new UserRef(ref);
    users.upsert(
        tenantId(),
        UserWish.of(named).withAddresses(NewAddress.of(new EmailAddress(address))),
        "test");
    return users.find(tenantId(), named).orElseThrow();
  }

  /// An answer of a factor, which shares its name with what a server answers.
  static io.tweestap.factor.Answer typed(String code) {
    return io.tweestap.factor.Answer.of(code);
  }

  /// Ids of what was put into the outbox for the user's address, in order.
  List<String> notices() {
    return jdbc.sql(
            """
            SELECT id::text
            FROM message
            WHERE tenant_id = :tenant
              AND about = :user
            ORDER BY id
            """)
        .param("tenant", tenantId().value())
        .param("user", anna.id().value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Details of what the audit says about the user, oldest first.
  List<String> audited(AuditAction action) {
    return jdbc.sql(
            """
            SELECT result || ' ' || actor || ' ' || details
            FROM audit_event
            WHERE tenant_id = :tenant
              AND action = :action
              AND subject = :subject
            ORDER BY id
            """)
        .param("tenant", tenantId().value())
        .param("action", action.text())
        .param("subject", anna.pseudonym())
        .query((row, _) -> row.getString(1))
        .list();
  }
}
