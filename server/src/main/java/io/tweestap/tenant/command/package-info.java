/// The operator's commands for tenants and API clients, and what the first start makes.
@NullMarked
package io.tweestap.tenant.command;

import org.jspecify.annotations.NullMarked;
