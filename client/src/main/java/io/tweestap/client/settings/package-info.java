/// Settings of the tenant, test numbers and templates. Start at [TenantSettings].
@NullMarked
package io.tweestap.client.settings;

import org.jspecify.annotations.NullMarked;
