/// The REST door of tenants: the token endpoint, who may call `/v1`, and a tenant's own settings.
@NullMarked
package io.tweestap.tenant.web;

import org.jspecify.annotations.NullMarked;
