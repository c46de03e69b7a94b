/// The audit trail. Start at [Audit].
@NullMarked
package io.tweestap.client.audit;

import org.jspecify.annotations.NullMarked;
