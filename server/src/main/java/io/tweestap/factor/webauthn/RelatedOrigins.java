package io.tweestap.factor.webauthn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which pages outside of a site may use its keys. Browsers ask it without saying for which tenant,
/// so the site finds the tenant: an RP ID belongs to one.
@Repository
public class RelatedOrigins {
  private static final String OF_SITE_ACROSS_TENANTS =
      """
      SELECT array(
        SELECT jsonb_array_elements_text(webauthn -> 'related_origins')
        ORDER BY 1) AS origins
      FROM tenant
      WHERE webauthn ->> 'rp_id' = :host
        AND webauthn -> 'related_origins' IS NOT NULL
      """;

  private final JdbcClient jdbc;

  RelatedOrigins(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The related origins of a site, sorted; empty when it has none, or nobody has the site.
  ///
  /// @param host as the browser asked for it, without a port
  public List<String> of(String host) {
    return jdbc.sql(OF_SITE_ACROSS_TENANTS)
        .param("host", host.toLowerCase(Locale.ROOT))
        .query((row, _) -> Arrays.asList((String[]) row.getArray("origins").getArray()))
        .optional()
        .orElse(List.of());
  }
}
