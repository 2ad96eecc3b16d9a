@echo off
rem Nines: finds a Java of 17 or later, builds what is not built yet or has changed, and runs the command line.
rem   JAVA_HOME          the Java to use
rem   NINES_JAVA_OPTS    options for that Java
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" --version >nul 2>&1
if errorlevel 1 (
    echo nines: no Java of 17 or later found: set JAVA_HOME 1>&2
    exit /b 70
)

set "module=simulator-cli"
set "jar=nines.jar"
if "%~1"=="ui" set "module=simulator-ui"
if "%~1"=="ui" set "jar=nines-ui.jar"
set "app=%root%\%module%\target\launch"
set "stamp=%app%\built"

call :fresh
if not errorlevel 1 goto start
where mvn >nul 2>&1
if errorlevel 1 (
    echo nines: Maven 3.8 or later is needed to build Nines: no mvn on the PATH 1>&2
    exit /b 70
)
if exist "%stamp%" (echo building Nines ^(changed^)... 1>&2) else (echo building Nines ^(first use^)... 1>&2)
if not exist "%root%\target" mkdir "%root%\target"
del "%stamp%" >nul 2>&1
type nul > "%root%\target\launch.started"
pushd "%root%"
call mvn -q -Dlaunch -pl %module% -am package > "%root%\target\launch.log" 2>&1 < nul
set "built=%errorlevel%"
popd
if not "%built%"=="0" (
    type "%root%\target\launch.log" 1>&2
    echo nines: the build failed: %root%\target\launch.log 1>&2
    exit /b 70
)
move /y "%root%\target\launch.started" "%stamp%" >nul

:start
set "quick="
for %%c in (help check list show catalogue schema new generate-completion --help -h --version -V) do if "%~1"=="%%c" set "quick=-XX:TieredStopAtLevel=1"
if "%~1"=="" set "quick=-XX:TieredStopAtLevel=1"
set arguments=%*
if "%module%"=="simulator-ui" set arguments=%arguments:*ui=%
set "access="
if "%module%"=="simulator-ui" set "access=--enable-native-access=ALL-UNNAMED"
"%java%" -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC %access% %quick% %NINES_JAVA_OPTS% -jar "%app%\%jar%" %arguments%
exit /b %errorlevel%

rem Ends with 0 if nothing that the module is made of is newer than the stamp.
:fresh
if not exist "%stamp%" exit /b 1
powershell -NoProfile -Command "$t = (Get-Item '%stamp%').LastWriteTimeUtc; $p = @('pom.xml', '.mvn') + ('simulator-core', 'scenarios', 'reports', '%module%' | ForEach-Object { \"$_\pom.xml\"; \"$_\src\main\" }); $n = $p | ForEach-Object { $f = Join-Path '%root%' $_; Get-Item $f; Get-ChildItem $f -Recurse } | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
exit /b %errorlevel%
