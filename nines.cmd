@echo off
rem Nines: finds a Java of 17 or later, builds what is not built yet or has changed, and runs the command line.
rem   JAVA_HOME          the Java to use, if it is 17 or later; else the one on the PATH
rem   NINES_JAVA_OPTS    options for that Java, separated by blanks
rem
rem No blocks in parentheses around paths: a path such as C:\Program Files (x86)\nines would end them. No delayed expansion:
rem an exclamation mark is a letter of a path. What PowerShell reads, it reads from the environment, not from its command line.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"

set "version=0"
set "jdk="
if not defined JAVA_HOME goto path
if exist "%JAVA_HOME%\bin\java.exe" call :look "%JAVA_HOME%\bin\java.exe"
:path
if %version% lss 17 call :look java
if %version% geq 17 goto found
echo nines: no Java of 17 or later found: set JAVA_HOME 1>&2
exit /b 70

:found
set "module=simulator-cli"
set "jar=nines.jar"
if not "%~1"=="ui" goto named
set "module=simulator-ui"
set "jar=nines-ui.jar"
:named
set "app=%root%\%module%\target\launch"
set "stamp=%app%\built"
call :fresh
if not errorlevel 1 goto start

if exist "%jdk%\bin\javac.exe" goto jdk
echo nines: no JDK of 17 or later found to build Nines: set JAVA_HOME 1>&2
exit /b 70
:jdk
where mvn >nul 2>&1
if not errorlevel 1 goto build
echo nines: Maven 3.8 or later is needed to build Nines: no mvn on the PATH 1>&2
exit /b 70

:build
set "why=first use"
if exist "%stamp%" set "why=changed"
echo building Nines (%why%): some minutes, the first time longer, as libraries are fetched; started at %time:~0,8% 1>&2
if not exist "%root%\target" mkdir "%root%\target"
if exist "%stamp%" del "%stamp%"
type nul > "%root%\target\launch.started"
pushd "%root%"
set "JAVA_HOME=%jdk%"
call mvn -q -Dlaunch -pl %module% -am package > "%root%\target\launch.log" 2>&1 < nul
set "built=%errorlevel%"
popd
if "%built%"=="0" goto built
type "%root%\target\launch.log" 1>&2
echo nines: the build failed: "%root%\target\launch.log" 1>&2
exit /b 70
:built
move /y "%root%\target\launch.started" "%stamp%" >nul
if not errorlevel 1 goto start
echo nines: cannot write to "%app%" 1>&2
exit /b 70

:start
rem What only talks is compiled quickly, what calculates is compiled well. A simulation is compiled in smaller pieces and a little later
rem than Java would by itself: a run of seconds otherwise competes with its own compiler. See docs/performance.md.
if "%module%"=="simulator-ui" goto ui
set "options=-XX:TieredStopAtLevel=1"
for %%c in (solve validate report) do if "%~1"=="%%c" set "options="
set "later=-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000"
for %%c in (run sweep compare) do if "%~1"=="%%c" set "options=-XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=90 %later%"
"%jdk%\bin\java.exe" -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC %options% %NINES_JAVA_OPTS% -jar "%app%\%jar%" %*
exit /b %errorlevel%

:ui
set "options=--enable-native-access=ALL-UNNAMED"
if %version% geq 24 set "options=%options% --sun-misc-unsafe-memory-access=allow"
"%jdk%\bin\java.exe" -Xlog:disable -Xlog:all=error:stderr %options% %NINES_JAVA_OPTS% -jar "%app%\%jar%" %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%

rem Sets version to the feature release of a Java (17, 21, 25...; 0 where there is none) and jdk to its folder.
:look
set "version=0"
set "jdk="
for /f "tokens=1,2,*" %%a in ('^""%~1" -XshowSettings:properties -version 2^>^&1^"') do (
    if "%%a"=="java.specification.version" set "version=%%c"
    if "%%a"=="java.home" set "jdk=%%c"
)
if "%version:~0,2%"=="1." set "version=8"
exit /b 0

rem Ends with 0 if nothing that the module is made of is newer than the stamp.
:fresh
if not exist "%stamp%" exit /b 1
powershell -NoProfile -Command "$t = (Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; $p = @('pom.xml', '.mvn'); foreach ($m in 'simulator-core', 'scenarios', 'reports', $env:module) { $p += ($m + '/pom.xml'), ($m + '/src/main') }; foreach ($f in $p) { $f = Join-Path $env:root $f; if (@(Get-Item -LiteralPath $f; Get-ChildItem -LiteralPath $f -Recurse) | Where-Object { $_.LastWriteTimeUtc -gt $t }) { exit 1 } }; exit 0"
exit /b %errorlevel%
