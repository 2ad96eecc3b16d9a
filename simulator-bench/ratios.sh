#!/bin/sh
# Ratios of CPU time to a baseline program, in paired rounds: ratios.sh PATH-OF-THE-BASELINE [ROUNDS [PATH-OF-THE-HARD-CASE]]
# With a third argument, the structure layer is compared with the hard case written by hand, and nothing else.
# Build first: mvn -q -pl simulator-bench -am compile
home=$(cd "$(dirname "$0")/.." && pwd) || exit 1
libraries=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" \( -name 'jackson-core-3*.jar' -o -name 'snakeyaml-engine-*.jar' \) | tr '\n' ':')
exec java -cp "$home/simulator-core/target/classes:$home/simulator-bench/target/classes:$home/scenarios/target/classes:$libraries" nines.bench.Ratios "$@"
