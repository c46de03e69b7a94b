/// Policies, exemptions and reminders as rows.
@NullMarked
package io.tweestap.policy.jdbc;

import org.jspecify.annotations.NullMarked;
