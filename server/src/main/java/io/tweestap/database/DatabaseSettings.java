package io.tweestap.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which database to use.
///
/// @param url `jdbc:postgresql://host:port/name`, or `postgres://user:password@host:port/name`;
///   without it the embedded database is used
/// @param user role to log in as; overrides the one in the address
/// @param password its password; overrides the one in the address
/// @param poolSize connections that this node keeps, 1 to 500
@Validated
@ConfigurationProperties(prefix = "tweestap.database", ignoreUnknownFields = false)
record DatabaseSettings(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("10") @Min(1) @Max(500) int poolSize) {

  boolean embedded() {
    return url == null || url.isBlank();
  }

  @Override
  public String toString() {
    return "DatabaseSettings[embedded=%s, poolSize=%d]".formatted(embedded(), poolSize);
  }
}
