package io.tweestap.delivery.jdbc;

import io.tweestap.delivery.Priority;
import io.tweestap.shared.Channel;
import io.tweestap.shared.SqlTime;
import io.tweestap.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes a claimed message of a row of table `message`.
@Component
class ClaimedReader {
  private final Tries tries;

  ClaimedReader(Tries tries) {
    this.tries = tries;
  }

  Claimed read(ResultSet row) throws SQLException {
    return new Claimed(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getObject("id", UUID.class),
        Channel.of(row.getString("channel")).orElseThrow(),
        Priority.values()[row.getInt("priority")],
        row.getString("recipient_hint"),
        row.getString("sender"),
        Locale.forLanguageTag(row.getString("locale")),
        row.getBytes("recipient_sealed"),
        row.getBytes("content_sealed"),
        row.getInt("attempts"),
        tries.read(row.getString("tries")),
        row.getString("route_reason"),
        SqlTime.read(row, "expires_at"));
  }
}
