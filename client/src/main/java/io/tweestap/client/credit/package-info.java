/// What a tenant paid before, and what its messages cost.
@NullMarked
package io.tweestap.client.credit;

import org.jspecify.annotations.NullMarked;
