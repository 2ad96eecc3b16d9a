#!/bin/sh
# Ratios of CPU time to a baseline program, in paired rounds: ratios.sh PATH-OF-THE-BASELINE [ROUNDS]
# Build first: mvn -q -pl simulator-bench -am compile
home=$(cd "$(dirname "$0")/.." && pwd) || exit 1
exec java -cp "$home/simulator-core/target/classes:$home/simulator-bench/target/classes" nines.bench.Ratios "$@"
